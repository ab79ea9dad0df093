using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// The name that a caller gives to one deed, so that doing it again is answered as the first time: the Idempotency-Key
/// header under /api, the form's hidden "key" field on pages.
/// </summary>
public static class CommandKeys
{
    public const string Header = "Idempotency-Key";
    private const int MaxLength = 200;

    /// <summary>The caller's own key, checked.</summary>
    /// <exception cref="ProblemException">400 when it is missing or too long.</exception>
    public static string IdempotencyKey(this HttpRequest request)
    {
        var key = request.IsApi() ? request.Headers[Header].ToString() : request.Form["key"].ToString();
        return key.Length switch
        {
            0 => throw new ProblemException(new Problem(ProblemKind.IdempotencyKeyMissing) { About = [Header] }),
            > MaxLength => throw new ProblemException(new Problem(ProblemKind.IdempotencyKeyTooLong) { About = [Header, MaxLength] }),
            _ => key,
        };
    }

    /// <param name="principal">Whose key it is: the caller's, or the link's.</param>
    public static CommandKey CommandKey(this HttpRequest request, string principal) =>
        Workflows.Cases.CommandKey.From(principal, request.IdempotencyKey(), request.Fingerprint());

    /// <summary>A key for a PUT, which needs none of the caller's: the version it replaces and its content name it.</summary>
    public static CommandKey CommandKeyOfReplacement(this HttpRequest request, string principal) =>
        Workflows.Cases.CommandKey.From(principal, "put " + request.Fingerprint() + request.Headers.IfMatch, request.Fingerprint());

    /// <summary>SHA-256 of method, path and canonical body: the same key with another one is another deed, and refused.</summary>
    public static string Fingerprint(this HttpRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.CanonicalBody()}")));
}
