using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Documents;

/// <summary>The sample association with a certificate of its own, in a file, on a machine that speaks Turkish.</summary>
public sealed class SealedAssociation : Association
{
    private readonly string _file = Path.GetTempFileName();

    protected override async Task<Uri> StartAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Sample Association Seal", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllBytesAsync(_file, certificate.Export(X509ContentType.Pkcs12, "tests only"));
        return await StartAsync(new Dictionary<string, string> { ["SEAL_CERTIFICATE"] = _file, ["SEAL_CERTIFICATE_PASSWORD"] = "tests only", ["LANG"] = "tr_TR.UTF-8" });
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_file);
    }
}
