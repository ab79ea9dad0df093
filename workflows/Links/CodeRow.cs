using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>What came of asking for a code.</summary>
/// <param name="Number">Of the request that counts now.</param>
/// <param name="Name">The request's name: random, so that it may stand in instance ids.</param>
/// <param name="IsNew">False: it was asked for too soon, and the request before still counts.</param>
/// <param name="IsIssued">The code was made; its mail is on its way or there.</param>
internal sealed record CodeTicket(int Number, string Name, bool IsNew, bool IsIssued, DateTimeOffset NextAt);

internal enum CodeVerdict { Right, Wrong, Expired, UsedUp, NotRequested }

internal sealed record CodeAnswer(CodeVerdict Verdict, int TriesLeft);

/// <summary>The one code of a purpose, as its row has it.</summary>
/// <param name="Hash">Null until the mail is written.</param>
/// <param name="RightBy">Who had it right; empty for anyone; null as long as nobody had.</param>
internal sealed record CodeRow(
    int Number, string Name, DateTimeOffset RequestedAt, byte[]? Salt, byte[]? Hash, DateTimeOffset? ExpiresAt, int Tries, string? RightBy,
    DateTimeOffset HourSince, int HourCount)
{
    public const string Key = "code";

    public static readonly CodeRow None = new(0, "", default, null, null, null, 0, null, default, 0);

    public static CodeRow Read(TableEntity row) => new(
        row.GetInt32("Number") ?? 0, row.GetString("Name") ?? "", row.GetDateTimeOffset("RequestedAt") ?? default, row.GetBinary("Salt"), row.GetBinary("Hash"),
        row.GetDateTimeOffset("ExpiresAt"), row.GetInt32("Tries") ?? 0, row.GetString("RightBy"),
        row.GetDateTimeOffset("HourSince") ?? default, row.GetInt32("HourCount") ?? 0);

    public TableEntity Write(string purpose)
    {
        var row = new TableEntity(purpose, Key)
        {
            ["Number"] = Number,
            ["Name"] = Name,
            ["RequestedAt"] = RequestedAt,
            ["Tries"] = Tries,
            ["HourSince"] = HourSince,
            ["HourCount"] = HourCount,
        };
        if (Salt is not null) row["Salt"] = Salt;
        if (Hash is not null) row["Hash"] = Hash;
        if (ExpiresAt is { } expires) row["ExpiresAt"] = expires;
        if (RightBy is not null) row["RightBy"] = RightBy;
        return row;
    }
}
