using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>
/// What makes two commands the same one: who asked and under which key. It is stored in the same transaction as the
/// command's events, so that a repetition finds what the first try did.
/// </summary>
/// <param name="Name">The hash of principal and key: names the row.</param>
/// <param name="Fingerprint">The hash of what was asked for. The same name with another fingerprint is a caller's mistake.</param>
public readonly record struct CommandKey(string Name, string Fingerprint)
{
    /// <param name="principal">Who asks; keys of different principals never meet.</param>
    /// <param name="requestFingerprint">Everything that the request asks for, in any stable form.</param>
    public static CommandKey From(string principal, string idempotencyKey, string requestFingerprint) =>
        new(HashOf($"{principal.Length}:{principal}{idempotencyKey}"), HashOf(requestFingerprint));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
