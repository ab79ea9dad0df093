using System.Globalization;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>MOUs as a CSV file in UTF-8 with a byte order mark: what a list shows, a line each.</summary>
public static class CaseFile
{
    private static readonly string[] Columns =
    [
        "id", "title", "title_ko", "kind", "stage", "round", "office", "office_ko", "embassy", "embassy_ko", "other_embassies", "counterparty", "country", "waited_on", "since", "next_due",
        "overdue", "came_back", "created", "changed", "version",
    ];

    public static byte[] Write(IEnumerable<CaseRow> rows, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> offices, IReadOnlyDictionary<MissionId, Mission> missions) =>
        CsvSheet.Write(Columns, rows.Select(row => Line(row, offices, missions)));

    private static IReadOnlyList<string?> Line(CaseRow row, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> offices, IReadOnlyDictionary<MissionId, Mission> missions) =>
    [
        row.Id.Value, Plain(row.Title.In(Language.English)), Plain(row.Title.In(Language.Korean)), row.Kind.ToString(), row.Stage.ToString(), Number(row.Round),
        row.Office.Value, offices.GetValueOrDefault(row.Office)?.Name.In(Language.Korean), row.Mission.Value, missions.GetValueOrDefault(row.Mission)?.Name.In(Language.Korean),
        string.Join(' ', row.OtherMissions ?? []), Plain(row.Counterparty?.Name.In(Language.English)), row.Counterparty?.Country, row.WaitedOn.ToString(), Day(row.Since), Day(row.NextDue?.AddTicks(-1)),
        Yes(row.Overdue), Yes(row.CameBack), Day(row.CreatedAt), Day(row.ChangedAt), Number(row.Version),
    ];

    private static string? Day(DateTimeOffset? at) => at is { } moment ? SeoulTime.DayOf(moment).ToString("O", CultureInfo.InvariantCulture) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yes(bool so) => so ? "yes" : "no";

    /// <summary>A spreadsheet takes what begins so for a formula.</summary>
    private static string? Plain(string? cell) => cell is ['=' or '+' or '-' or '@', ..] ? "'" + cell : cell;
}
