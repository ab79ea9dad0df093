using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>The tokens that lead to links, by their hash. A token itself is nowhere but in its mail.</summary>
public sealed class LinkRegister(Tables tables, TimeProvider time)
{
    private const string Row = "link";

    /// <returns>A new token that leads to the link.</returns>
    internal async Task<string> IssueAsync(Link link, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var row = new TableEntity(Secret.HashOf(token), Row)
        {
            ["Mou"] = link.Mou.Value,
            ["Holder"] = link.Holder.ToString(),
            ["Round"] = link.Round,
            ["Address"] = link.Address.Value,
            ["Language"] = link.Language.Code,
            ["IssuedAt"] = time.GetUtcNow(),
        };
        if (link.Mission is { } mission) row["Mission"] = mission.Value;
        await (await tables.OpenAsync(Tables.Links, cancel).ConfigureAwait(false)).AddEntityAsync(row, cancel).ConfigureAwait(false);
        return token;
    }

    internal async Task<Link?> FindAsync(string token, CancellationToken cancel)
    {
        if (!Secret.IsTokenShaped(token)) return null;
        var table = await tables.OpenAsync(Tables.Links, cancel).ConfigureAwait(false);
        return await table.FindAsync(Secret.HashOf(token), Row, cancel).ConfigureAwait(false) is { } row ? Read(row) : null;
    }

    private static Link Read(TableEntity row) => new(
        new MouId(row.GetString("Mou")!), Enum.Parse<LinkHolder>(row.GetString("Holder")!), row.GetInt32("Round") ?? 0,
        new EmailAddress(row.GetString("Address")!), new Language(row.GetString("Language")!),
        row.GetString("Mission") is { } mission ? new MissionId(mission) : null);
}
