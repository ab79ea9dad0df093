using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Workflows.Mail.Reports;

/// <summary>
/// SendGrid's signature of its event webhook: ECDSA with SHA-256 over the timestamp and the body as they came. What is signed but
/// old could be somebody else's copy, so it counts for a short while only.
/// </summary>
public static class MailReportSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>How far the timestamp may lie from our clock, before and behind.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <param name="key">The public key as SendGrid shows it: base64 of its DER form.</param>
    public static bool IsGood(string key, string? signature, string? timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!IsFresh(timestamp, now) || !TryRead(signature, out var signed)) return false;
        using var verifier = Key(key);
        return verifier.VerifyData((byte[])[.. Encoding.ASCII.GetBytes(timestamp!), .. body], signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether this is a key at all, for the check of the settings.</summary>
    public static bool IsKey(string key)
    {
        try
        {
            Key(key).Dispose();
            return true;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsFresh(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window;

    private static bool TryRead(string? signature, out byte[] signed)
    {
        signed = new byte[200];
        var isBase64 = Convert.TryFromBase64String(signature ?? "", signed, out var length);
        signed = signed[..length];
        return isBase64 && length > 0;
    }

    private static ECDsa Key(string key)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return read;
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }
}
