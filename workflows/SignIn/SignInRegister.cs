using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>A browser in which a sign-in began, or the link that was mailed for it.</summary>
/// <param name="Purpose">The purpose of the code that belongs to it.</param>
/// <param name="PersonId">Null: the address is nobody's.</param>
internal record SignInAttempt(string Purpose, string? PersonId);

/// <param name="Request">The number of the code's request whose mail held the link.</param>
internal sealed record SignInLink(string Purpose, string? PersonId, int Request) : SignInAttempt(Purpose, PersonId);

/// <summary>Attempts to sign in and the links mailed for them, by their tokens' hashes.</summary>
public sealed class SignInRegister(Tables tables, TimeProvider time)
{
    private const string Attempt = "attempt";
    private const string Link = "link";

    /// <summary>An attempt outlives some codes: whoever waits for a mail may ask for another.</summary>
    private static readonly TimeSpan AttemptLasts = TimeSpan.FromHours(1);

    internal async Task<string> BeginAsync(SignInAttempt attempt, CancellationToken cancel) =>
        await AddAsync(Attempt, attempt, 0, AttemptLasts, cancel).ConfigureAwait(false);

    internal async Task<string> IssueLinkAsync(SignInLink link, CancellationToken cancel) =>
        await AddAsync(Link, link, link.Request, TimeSpan.FromMinutes(OneTimeCodes.HoldsMinutes), cancel).ConfigureAwait(false);

    internal async Task<SignInAttempt?> FindAttemptAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, Attempt, cancel).ConfigureAwait(false) is { } row && time.GetUtcNow() < row.GetDateTimeOffset("ExpiresAt")
            ? new(row.GetString("Purpose")!, row.GetString("Person"))
            : null;

    /// <summary>Expired ones too: they are told apart from those that never were.</summary>
    internal async Task<SignInLink?> FindLinkAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, Link, cancel).ConfigureAwait(false) is { } row
            ? new(row.GetString("Purpose")!, row.GetString("Person"), row.GetInt32("Request") ?? 0)
            : null;

    private async Task<string> AddAsync(string kind, SignInAttempt attempt, int request, TimeSpan lasts, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var row = new TableEntity(Secret.HashOf(token), kind)
        {
            ["Purpose"] = attempt.Purpose,
            ["Request"] = request,
            ["ExpiresAt"] = time.GetUtcNow() + lasts,
        };
        if (attempt.PersonId is { } person) row["Person"] = person;
        await (await tables.OpenAsync(Tables.SignIns, cancel).ConfigureAwait(false)).AddEntityAsync(row, cancel).ConfigureAwait(false);
        return token;
    }

    private async Task<TableEntity?> FindAsync(string token, string kind, CancellationToken cancel)
    {
        if (!Secret.IsTokenShaped(token)) return null;
        var table = await tables.OpenAsync(Tables.SignIns, cancel).ConfigureAwait(false);
        return await table.FindAsync(Secret.HashOf(token), kind, cancel).ConfigureAwait(false);
    }
}
