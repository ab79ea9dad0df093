using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>Who is signed in, for twelve hours each; until then, or until the person's access ends or their address changes.</summary>
public sealed class Sessions(Tables tables, PersonRegister people, TimeProvider time)
{
    private const string Row = "session", ExpiresAt = "ExpiresAt", Entra = "Entra";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public async Task<Person?> FindAsync(string sessionToken, CancellationToken cancel = default)
    {
        if (await FindRowAsync(sessionToken, cancel).ConfigureAwait(false) is not { } row || row.GetDateTimeOffset(ExpiresAt) is not { } expires || time.GetUtcNow() >= expires) return null;
        var person = await people.FindActiveAsync(row.GetString("Person")!, cancel).ConfigureAwait(false);
        return person is null || expires - Lasts < person.SessionsFrom ? null : person.Person;
    }

    /// <summary>Ends a session. None of this token: that is fine.</summary>
    public async Task CloseAsync(string sessionToken, CancellationToken cancel = default)
    {
        if (!Secret.IsTokenShaped(sessionToken)) return;
        await (await OpenAsync(cancel).ConfigureAwait(false)).RemoveAsync(Secret.HashOf(sessionToken), Row, cancel).ConfigureAwait(false);
    }

    /// <summary>Marks that the platform's sign-in was seen beside this session.</summary>
    /// <returns>True once for each session, whoever asks at once.</returns>
    internal async Task<bool> TryMarkEntraAsync(string sessionToken, CancellationToken cancel)
    {
        if (await FindRowAsync(sessionToken, cancel).ConfigureAwait(false) is not { } row || row.GetBoolean(Entra) is true) return false;
        row[Entra] = true;
        return await (await OpenAsync(cancel).ConfigureAwait(false)).TryReplaceAsync(row, cancel).ConfigureAwait(false);
    }

    /// <returns>The session's token, for a cookie.</returns>
    internal async Task<string> OpenForAsync(Person person, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var row = new TableEntity(Secret.HashOf(token), Row) { ["Person"] = person.Id, [ExpiresAt] = time.GetUtcNow() + Lasts };
        await (await OpenAsync(cancel).ConfigureAwait(false)).AddEntityAsync(row, cancel).ConfigureAwait(false);
        return token;
    }

    private async Task<TableEntity?> FindRowAsync(string sessionToken, CancellationToken cancel) => Secret.IsTokenShaped(sessionToken)
        ? await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Secret.HashOf(sessionToken), Row, cancel).ConfigureAwait(false)
        : null;

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Sessions, cancel);
}
