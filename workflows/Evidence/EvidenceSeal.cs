using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// Signs with the association's certificate, where one is set (CMS, detached, SHA-256, the certificates within): manifests of
/// evidence, and PDFs. No time is signed in it: the seal says who, and a PDF says beside it when.
/// </summary>
public sealed class EvidenceSeal(IOptions<WorkflowsOptions> options)
{
    /// <summary>Attributes, a signature of up to 8,192 bits and what holds them together.</summary>
    private const int RoomForTheRest = 3072;

    private readonly Lazy<SealCertificate?> _certificate = new(() =>
        options.Value.SealCertificate is { } said ? SealCertificate.Load(said, options.Value.SealCertificatePassword) : null);

    public bool IsSet => _certificate.Value is not null;

    /// <summary>More bytes than a PDF's signature takes: its place is left free before there is anything to sign.</summary>
    public int Room => _certificate.Value is { } certificate
        ? 3 * certificate.Own.RawData.Length + certificate.Above.Sum(above => above.RawData.Length) + RoomForTheRest
        : 0;

    /// <summary>As PAdES baseline B asks: the attributes name the certificate, and no time.</summary>
    /// <exception cref="InvalidOperationException">No certificate is set.</exception>
    public byte[] SignPdf(byte[] content)
    {
        var certificate = _certificate.Value ?? throw new InvalidOperationException("No certificate is set.");
        var signer = SignerOf(certificate);
        signer.SignedAttributes.Add(SigningCertificate.Of(certificate.Own));
        return Sign(content, signer);
    }

    /// <returns>Null where no certificate is set.</returns>
    internal byte[]? Sign(byte[] manifest) => _certificate.Value is { } certificate ? Sign(manifest, SignerOf(certificate)) : null;

    /// <returns>Whose seal it is; that the certificate can be trusted is for the reader to judge.</returns>
    /// <exception cref="CryptographicException">It is no seal, or not of this content.</exception>
    internal static X509Certificate2 Check(byte[] content, byte[] seal) =>
        Signer(content, seal).Certificate ?? throw new CryptographicException("It names no certificate.");

    /// <exception cref="CryptographicException">It is no signature, or not of this content.</exception>
    internal static SignerInfo Signer(byte[] content, byte[] seal)
    {
        var signed = new SignedCms(new ContentInfo(content), detached: true);
        signed.Decode(seal);
        signed.CheckSignature(verifySignatureOnly: true);
        return signed.SignerInfos is [{ } signer] ? signer : throw new CryptographicException("It is not of one signer.");
    }

    private static CmsSigner SignerOf(SealCertificate certificate)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Own)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
        };
        signer.Certificates.AddRange(certificate.Above);
        return signer;
    }

    private static byte[] Sign(byte[] content, CmsSigner signer)
    {
        var signed = new SignedCms(new ContentInfo(content), detached: true);
        signed.ComputeSignature(signer, silent: true);
        return signed.Encode();
    }
}
