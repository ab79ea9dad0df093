using System.Security.Cryptography;

namespace LocalDiplomacy.Workflows.Messages;

/// <summary>
/// The address that a mail about a case is answered to: "r" and 160 random bits before the reply domain. Mail servers may change
/// the case of letters, so there is only one. What is stored is its hash, as with links; each mail has its own.
/// </summary>
internal static class ReplyAddress
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Length = 32;

    public static string NewToken() => RandomNumberGenerator.GetString(Letters, Length);

    public static string For(string token, string domain) => $"r{token}@{domain}";

    /// <returns>Null: it is none of ours.</returns>
    public static string? TokenIn(string address, string? domain)
    {
        var at = address.LastIndexOf('@');
        return domain is not null && at == Length + 1 && (address[0] is 'r' or 'R') && address[(at + 1)..].Equals(domain, StringComparison.OrdinalIgnoreCase)
            && address[1..at].ToLowerInvariant() is var token && token.All(Letters.Contains) ? token : null;
    }
}
