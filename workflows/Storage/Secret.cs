using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>Secrets that go out and are stored only as hashes.</summary>
internal static class Secret
{
    private const int TokenBytes = 32;
    private const int TokenLength = 43;
    public const int CodeLength = 6;

    /// <summary>How hard a stolen table makes it to try a million codes: each costs so many rounds.</summary>
    private const int CodeRounds = 20_000;

    /// <summary>256 random bits, as base64url.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>128 random bits in hexadecimal digits: a name that says nothing.</summary>
    public static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Anything else need not be looked up, and must not become a key.</summary>
    public static bool IsTokenShaped(string? token) =>
        token is { Length: TokenLength } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>SHA-256: enough for what has 256 random bits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Six digits, each as likely as any other.</summary>
    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(16);

    /// <param name="scope">What the code is for: the same code for another link has another hash.</param>
    public static byte[] HashOfCode(string code, byte[] salt, string scope) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes($"{scope}:{code}"), salt, CodeRounds, HashAlgorithmName.SHA256, TokenBytes);

    public static bool AreEqual(byte[] a, byte[] b) => CryptographicOperations.FixedTimeEquals(a, b);
}
