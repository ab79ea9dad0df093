using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>The association's certificate with its key, and the certificates above it that the same file holds.</summary>
internal sealed record SealCertificate(X509Certificate2 Own, X509Certificate2Collection Above)
{
    private const X509KeyUsageFlags ForSignatures = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    /// <summary>A file's path, or its content in base64, as Key Vault gives a certificate.</summary>
    /// <exception cref="CryptographicException">It is no PKCS#12, has another password or no private key.</exception>
    public static SealCertificate Load(string said, string? password)
    {
        var content = File.Exists(said) ? File.ReadAllBytes(said) : FromBase64(said);
        // Keys that are never written to a disk, where the system can do without.
        var keys = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
        var all = X509CertificateLoader.LoadPkcs12Collection(content, password, keys);
        var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new CryptographicException("It has no private key.");
        return new(own, [.. all.Where(certificate => certificate != own).OrderBy(certificate => certificate.Thumbprint, StringComparer.Ordinal)]);
    }

    /// <summary>So that no reader holds what it signs for good; null: it may sign.</summary>
    public string? WhyNotNow(DateTimeOffset now)
    {
        if (now < Own.NotBefore) return $"It is not valid before {Day(Own.NotBefore)}.";
        if (now > Own.NotAfter) return $"It expired on {Day(Own.NotAfter)}.";
        return Own.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && (usage.KeyUsages & ForSignatures) == 0
            ? "Its key may not sign: its key usage has neither digitalSignature nor nonRepudiation."
            : null;
    }

    private static string Day(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] FromBase64(string said)
    {
        try
        {
            return Convert.FromBase64String(said);
        }
        catch (FormatException)
        {
            throw new CryptographicException("There is no such file, and it is no base64.");
        }
    }
}
