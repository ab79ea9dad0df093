using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>Who is signed in, for twelve hours each.</summary>
public sealed class Sessions(Tables tables, PersonRegister people, TimeProvider time)
{
    private const string Row = "session";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public async Task<Person?> FindAsync(string sessionToken, CancellationToken cancel = default)
    {
        if (!Secret.IsTokenShaped(sessionToken)) return null;
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Secret.HashOf(sessionToken), Row, cancel).ConfigureAwait(false);
        if (row is null || time.GetUtcNow() >= row.GetDateTimeOffset("ExpiresAt")) return null;
        return await people.FindAsync(row.GetString("Person")!, cancel).ConfigureAwait(false);
    }

    /// <summary>Ends a session. None of this token: that is fine.</summary>
    public async Task CloseAsync(string sessionToken, CancellationToken cancel = default)
    {
        if (!Secret.IsTokenShaped(sessionToken)) return;
        await (await OpenAsync(cancel).ConfigureAwait(false)).RemoveAsync(Secret.HashOf(sessionToken), Row, cancel).ConfigureAwait(false);
    }

    /// <returns>The session's token, for a cookie.</returns>
    internal async Task<string> OpenForAsync(Person person, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var row = new TableEntity(Secret.HashOf(token), Row) { ["Person"] = person.Id, ["ExpiresAt"] = time.GetUtcNow() + Lasts };
        await (await OpenAsync(cancel).ConfigureAwait(false)).AddEntityAsync(row, cancel).ConfigureAwait(false);
        return token;
    }

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Sessions, cancel);
}
