using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LocalDiplomacy.Documents.Tests.Samples;

/// <summary>An authority, one below it, and the association's certificate below that, as one PKCS#12 file holds them.</summary>
internal static class SampleCertificates
{
    public const string Password = "tests only";
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), To = new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static (byte[] Pkcs12, X509Certificate2 Root) Rsa { get; } = Chain(name =>
    {
        var key = RSA.Create(2048);
        return (key, new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1));
    });

    public static (byte[] Pkcs12, X509Certificate2 Root) EllipticCurve { get; } = Chain(name =>
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key, new(name, key, HashAlgorithmName.SHA256), X509SignatureGenerator.CreateForECDsa(key));
    });

    private static (byte[] Pkcs12, X509Certificate2 Root) Chain(Func<string, (AsymmetricAlgorithm Key, CertificateRequest Request, X509SignatureGenerator Signs)> create)
    {
        var (root, middle, own) = (create("CN=Sample Root"), create("CN=Sample Issuer, O=대한민국시도지사협의회"), create("CN=Association Seal, O=대한민국시도지사협의회"));
        foreach (var (_, request, _) in new[] { root, middle })
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        }

        own.Request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        var top = root.Request.Create(root.Request.SubjectName, root.Signs, From, To, [1]);
        var between = middle.Request.Create(top.SubjectName, root.Signs, From, To, [2]);
        var below = own.Request.Create(between.SubjectName, middle.Signs, From, To, [0x00, 0x9a, 3]);
        var keyed = own.Key is RSA rsa ? below.CopyWithPrivateKey(rsa) : below.CopyWithPrivateKey((ECDsa)own.Key);
        return (new X509Certificate2Collection(new[] { top, between, keyed }).Export(X509ContentType.Pkcs12, Password)!, top);
    }
}
