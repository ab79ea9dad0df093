using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// Signs the manifest with the association's certificate, where one is set (CMS, detached, SHA-256, the certificate within).
/// No time is signed: the seal says who, not when.
/// </summary>
public sealed class EvidenceSeal(IOptions<WorkflowsOptions> options)
{
    private readonly Lazy<X509Certificate2?> _certificate = new(() =>
        options.Value.SealCertificate is { } said ? Load(said, options.Value.SealCertificatePassword) : null);

    /// <summary>A file's path, or its content in base64, as Key Vault gives a certificate.</summary>
    /// <exception cref="CryptographicException">It is no PKCS#12, has another password or no private key.</exception>
    public static X509Certificate2 Load(string said, string? password)
    {
        var content = File.Exists(said) ? File.ReadAllBytes(said) : FromBase64(said);
        // Keys that are never written to a disk, where the system can do without.
        var keys = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
        var certificate = X509CertificateLoader.LoadPkcs12(content, password, keys);
        return certificate.HasPrivateKey ? certificate : throw new CryptographicException("It has no private key.");
    }

    /// <returns>Null where no certificate is set.</returns>
    internal byte[]? Sign(byte[] manifest)
    {
        if (_certificate.Value is not { } certificate) return null;
        var signed = new SignedCms(new ContentInfo(manifest), detached: true);
        signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
        }, silent: true);
        return signed.Encode();
    }

    /// <returns>Whose seal it is; that the certificate can be trusted is for the reader to judge.</returns>
    /// <exception cref="CryptographicException">It is no seal, or not of this manifest.</exception>
    internal static X509Certificate2 Check(byte[] manifest, byte[] seal)
    {
        var signed = new SignedCms(new ContentInfo(manifest), detached: true);
        signed.Decode(seal);
        signed.CheckSignature(verifySignatureOnly: true);
        return signed.SignerInfos is [{ Certificate: { } certificate }] ? certificate : throw new CryptographicException("It names no certificate.");
    }

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
