using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>Reads the signature of a PDF that this program wrote, and holds the file to it. A document has one or none.</summary>
internal static partial class SignedPdf
{
    private const string Name = "/ByteRange";

    /// <returns>Whose signature it is; null where the file has none.</returns>
    /// <exception cref="EvidenceFault">It has one that does not hold.</exception>
    public static X509Certificate2? SignerOf(string path, byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = text.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0) return null;
        if (text.LastIndexOf(Name, StringComparison.Ordinal) != at) throw EvidenceFault.In(path, "it has more than one signature; this program writes one.");
        var (content, signature) = Parts(path, pdf, Ranges().Match(text, at));
        try
        {
            var signer = EvidenceSeal.Signer(content, signature);
            return signer.Certificate is { } certificate && SigningCertificate.Names(signer, certificate)
                ? certificate
                : throw EvidenceFault.In(path, "its signature does not say with which certificate it was made.");
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            throw EvidenceFault.In(path, "its signature does not fit what it holds; it was changed after it was signed.");
        }
    }

    /// <summary>What was signed: everything but the signature's own digits.</summary>
    private static (byte[] Content, byte[] Signature) Parts(string path, byte[] pdf, Match range)
    {
        if (!range.Success) throw EvidenceFault.In(path, "its signature cannot be read; it was changed after it was signed.");
        int Number(string group) => int.TryParse(range.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var (open, close, rest) = (Number("length"), Number("from"), Number("rest"));
        if (Number("start") != 0 || open < 0 || close <= open || close > pdf.Length || rest != pdf.Length - close || pdf[open] != '<' || pdf[close - 1] != '>')
            throw EvidenceFault.In(path, "its signature does not cover the whole file; something was added or taken away.");
        try
        {
            var digits = Convert.FromHexString(Encoding.Latin1.GetString(pdf, open + 1, close - open - 2));
            AsnDecoder.ReadEncodedValue(digits, AsnEncodingRules.BER, out _, out _, out var length);
            if (digits.AsSpan(length).ContainsAnyExcept((byte)0)) throw new FormatException();
            return ([.. pdf.AsSpan(0, open), .. pdf.AsSpan(close)], digits[..length]);
        }
        catch (Exception broken) when (broken is FormatException or AsnContentException)
        {
            throw EvidenceFault.In(path, "its signature cannot be read; it was changed after it was signed.");
        }
    }

    [GeneratedRegex(@"\G/ByteRange\s*\[\s*(?<start>\d+)\s+(?<length>\d+)\s+(?<from>\d+)\s+(?<rest>\d+)\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();
}
