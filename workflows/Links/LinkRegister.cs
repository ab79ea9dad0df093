using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>The tokens that lead to links, by their hash. A token itself is nowhere but in its mail.</summary>
public sealed class LinkRegister(Tables tables, TimeProvider time)
{
    private const string Row = "link";
    private const string ReplyRow = "reply";

    /// <returns>A new token that leads to the link.</returns>
    internal Task<string> IssueAsync(Link link, CancellationToken cancel) => IssueAsync(Secret.NewToken(), Row, link, cancel);

    /// <returns>A new token for the address that a mail to the link's holder is answered to. It opens nothing.</returns>
    internal Task<string> IssueReplyAsync(Link link, CancellationToken cancel) => IssueAsync(ReplyAddress.NewToken(), ReplyRow, link, cancel);

    private async Task<string> IssueAsync(string token, string kind, Link link, CancellationToken cancel)
    {
        var row = new TableEntity(Secret.HashOf(token), kind)
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

    /// <returns>The link, and when this token of it was made.</returns>
    internal async Task<(Link Link, DateTimeOffset IssuedAt)?> FindAsync(string token, CancellationToken cancel)
    {
        if (!Secret.IsTokenShaped(token)) return null;
        var table = await tables.OpenAsync(Tables.Links, cancel).ConfigureAwait(false);
        return await table.FindAsync(Secret.HashOf(token), Row, cancel).ConfigureAwait(false) is { } row
            ? (Read(row), row.GetDateTimeOffset("IssuedAt") ?? default) : null;
    }

    /// <param name="token">As <see cref="ReplyAddress"/> reads it.</param>
    /// <returns>Whose mail was answered; null where it is none of ours.</returns>
    internal async Task<Link?> FindReplyAsync(string token, CancellationToken cancel)
    {
        var table = await tables.OpenAsync(Tables.Links, cancel).ConfigureAwait(false);
        return await table.FindAsync(Secret.HashOf(token), ReplyRow, cancel).ConfigureAwait(false) is { } row ? Read(row) : null;
    }

    private static Link Read(TableEntity row) => new(
        new MouId(row.GetString("Mou")!), Enum.Parse<LinkHolder>(row.GetString("Holder")!), row.GetInt32("Round") ?? 0,
        new EmailAddress(row.GetString("Address")!), new Language(row.GetString("Language")!),
        row.GetString("Mission") is { } mission ? new MissionId(mission) : null);
}
