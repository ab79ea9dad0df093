using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Tests.Evidence;

/// <summary>Each keeps the program from starting, with one line that says what is wrong and what to do.</summary>
public sealed class CertificatesThatCannotSeal
{
    private const string Password = "tests only";
    private static readonly DateTimeOffset Now = Sample.Start;

    [Fact]
    public async Task One_that_expired_is_not_taken() =>
        Assert.Contains("It expired on 2026-01-31.", await WhyNotAsync(Pkcs12(to: new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero))), StringComparison.Ordinal);

    [Fact]
    public async Task Nor_is_one_that_is_not_valid_yet() =>
        Assert.Contains("It is not valid before 2031-05-01.", await WhyNotAsync(Pkcs12(from: new(2031, 5, 1, 0, 0, 0, TimeSpan.Zero))), StringComparison.Ordinal);

    [Fact]
    public async Task Nor_is_one_without_its_key() =>
        Assert.Contains("It has no private key.", await WhyNotAsync(Pkcs12(withKey: false)), StringComparison.Ordinal);

    [Fact]
    public async Task Nor_is_one_whose_key_may_not_sign() =>
        Assert.Contains("Its key may not sign", await WhyNotAsync(Pkcs12(usage: X509KeyUsageFlags.KeyEncipherment)), StringComparison.Ordinal);

    [Fact]
    public async Task Nor_one_with_another_password() => Assert.NotEmpty(await WhyNotAsync(Pkcs12(), password: "another"));

    [Fact]
    public async Task Nor_what_is_no_certificate()
    {
        Assert.Contains("There is no such file, and it is no base64.", await WhyNotAsync("/nowhere/seal.pfx"), StringComparison.Ordinal);
        Assert.NotEmpty(await WhyNotAsync(Convert.ToBase64String("a letter"u8)));
    }

    [Fact]
    public async Task One_that_may_sign_now_is_taken()
    {
        await using var association = With(Pkcs12(usage: X509KeyUsageFlags.NonRepudiation), Password);

        Assert.NotNull(association.Get<IOptions<WorkflowsOptions>>().Value.SealCertificate);
    }

    private static async Task<string> WhyNotAsync(string certificate, string password = Password)
    {
        await using var association = With(certificate, password);
        var fault = Assert.Throws<OptionsValidationException>(() => association.Get<IOptions<WorkflowsOptions>>().Value);
        var line = Assert.Single(fault.Failures);
        Assert.StartsWith("SEAL_CERTIFICATE cannot be used: ", line, StringComparison.Ordinal);
        Assert.EndsWith("SEAL_CERTIFICATE_PASSWORD where it has one.", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain(password, line, StringComparison.Ordinal);
        return line;
    }

    private static Association With(string certificate, string password) =>
        new(new() { ["SEAL_CERTIFICATE"] = certificate, ["SEAL_CERTIFICATE_PASSWORD"] = password });

    private static string Pkcs12(DateTimeOffset? from = null, DateTimeOffset? to = null, X509KeyUsageFlags? usage = null, bool withKey = true)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Association", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is { } uses) request.CertificateExtensions.Add(new X509KeyUsageExtension(uses, critical: true));
        using var certificate = request.CreateSelfSigned(from ?? new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), to ?? Now.AddYears(10));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return Convert.ToBase64String((withKey ? certificate : bare).Export(X509ContentType.Pkcs12, Password));
    }
}
