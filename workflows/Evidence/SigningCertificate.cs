using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// The signed attribute that says with which certificate a signature was made (ESS signing-certificate-v2, RFC 5035), so
/// that nobody can put another certificate of the same key beside it.
/// </summary>
internal static class SigningCertificate
{
    public const string Attribute = "1.2.840.113549.1.9.16.2.47";
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4);

    public static AsnEncodedData Of(X509Certificate2 certificate)
    {
        var value = new AsnWriter(AsnEncodingRules.DER);
        using (value.PushSequence()) // SigningCertificateV2
        using (value.PushSequence()) // its certificates: one
        using (value.PushSequence()) // ESSCertIDv2, of SHA-256 where it names no other
        {
            value.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (value.PushSequence()) // IssuerSerial
            {
                using (value.PushSequence())
                using (value.PushSequence(DirectoryName)) value.WriteEncodedValue(certificate.IssuerName.RawData);
                value.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return new(Attribute, value.Encode());
    }

    /// <summary>Whether the signature says that it was made with this certificate. Attributes are compared as they are written.</summary>
    public static bool Names(SignerInfo signer, X509Certificate2 certificate) =>
        signer.SignedAttributes.OfType<CryptographicAttributeObject>().SingleOrDefault(attribute => attribute.Oid.Value == Attribute) is { Values: [{ } value] }
        && value.RawData.AsSpan().SequenceEqual(Of(certificate).RawData);
}
