using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>
/// The rows of alerts, in one partition: an open alert stands under its cause, so that there cannot be two of one; a closed one under
/// the time of its end, the newest first.
/// </summary>
internal static class AlertRows
{
    public const string Partition = "alerts";
    public const string Open = "open|";
    public const string Closed = "closed|";
    public const string Notice = "notice|";
    public const string State = "state";
    public const string Id = "Id";
    public const string IsTold = "IsTold";
    /// <summary>Something of a notice is still to be told.</summary>
    public const string IsUnderWay = "IsUnderWay";

    /// <summary>Everything that begins with a prefix comes before this.</summary>
    public static string After(string prefix) => prefix[..^1] + "}";

    public static string CauseOf(AlertKind kind, string subject) => $"{Open}{kind}|{subject}";

    public static string KeyOf(DateTimeOffset at, string id) => string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - at.UtcTicks:D19}-{id}");

    public static TableEntity OfOpen(Alert alert) => Put(CauseOf(alert.Kind, alert.Subject), alert);

    public static TableEntity OfClosed(Alert alert)
    {
        var row = Put(Closed + KeyOf(alert.ClosedAt!.Value, alert.Id), alert);
        row["ClosedAt"] = alert.ClosedAt;
        return row;
    }

    public static TableEntity OfNotice(StandingNotice standing, bool isUnderWay)
    {
        var row = ChunkedText.Put(new TableEntity(Partition, Notice + standing.Notice.Id), StoredJson.Of(standing.Notice));
        (row[IsTold], row[IsUnderWay], row["At"]) = (standing.IsTold, isUnderWay, standing.Notice.At);
        return row;
    }

    public static Alert Read(TableEntity row) => StoredJson.Read<Alert>(ChunkedText.Take(row));

    public static StandingNotice ReadNotice(TableEntity row) => new(StoredJson.Read<AlertNotice>(ChunkedText.Take(row)), row.GetBoolean(IsTold) ?? false);

    private static TableEntity Put(string key, Alert alert) => ChunkedText.Put(new TableEntity(Partition, key) { [Id] = alert.Id }, StoredJson.Of(alert));
}
