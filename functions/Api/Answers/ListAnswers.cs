using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>A page of MOUs, newest first.</summary>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record MouListAnswer(IReadOnlyList<MouRow> Items, string? Next)
{
    public static MouListAnswer Of(Page<CaseRow> page) => new([.. page.Items.Select(MouRow.Of)], page.Next);
}

/// <summary>One MOU in a list.</summary>
public sealed record MouRow(
    MouId Id, int Version, LocalGovernmentId Office, MissionId Mission, LocalizedText Title, MouKind Kind, string Stage, int Round,
    WaitedOn WaitedOn, DateTimeOffset Since, DateTimeOffset? NextDue, bool Overdue, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static MouRow Of(CaseRow row) => new(
        row.Id, row.Version, row.Office, row.Mission, row.Title, row.Kind, KebabCase.Of(row.Stage), row.Round,
        row.WaitedOn, row.Since, row.NextDue, row.Overdue, row.CreatedAt, row.ChangedAt);
}

public sealed record KeyListAnswer(IReadOnlyList<KeyAnswer> Items);

/// <summary>An API key, without the key itself.</summary>
/// <param name="MadeBy">Null: made before that was kept.</param>
/// <param name="LastUsedAt">To the hour; null: never.</param>
/// <param name="EndedAt">Null: nobody revoked it.</param>
/// <param name="EndReason">Of the association, where it revoked the key; null: the office did.</param>
public sealed record KeyAnswer(
    string Id, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? MadeBy, DateTimeOffset? LastUsedAt,
    DateTimeOffset? EndedAt, string? EndedBy, string? EndReason)
{
    public static KeyAnswer Of(ApiKey key) => new(
        key.Id, key.Label, key.CreatedAt, key.ExpiresAt, key.MadeBy?.Name, key.LastUsedAt, key.Ended?.At, key.Ended?.By.Name, key.Ended?.Reason);
}

/// <summary>A key that was just made.</summary>
/// <param name="Key">Shown this once; only its hash is kept.</param>
public sealed record NewKeyAnswer(string Id, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string Key)
{
    public static NewKeyAnswer Of(ApiKey key, string plain) => new(key.Id, key.Label, key.CreatedAt, key.ExpiresAt, plain);
}

public sealed record LocalGovernmentListAnswer(IReadOnlyList<LocalGovernmentAnswer> Items);

/// <param name="Level">1: province or metropolitan city; 2: city, county or district.</param>
/// <param name="Parent">The province or metropolitan city that it lies in; null for level 1.</param>
/// <param name="ValidTo">The last day; null while it is there.</param>
/// <param name="Successors">Who took its place.</param>
public sealed record LocalGovernmentAnswer(
    LocalGovernmentId Id, int Level, LocalGovernmentId? Parent, LocalGovernmentType Type, LocalizedText Name, DateOnly? ValidFrom, DateOnly? ValidTo,
    IReadOnlyList<LocalGovernmentId> Successors)
{
    public static LocalGovernmentAnswer Of(LocalGovernment office) =>
        new(office.Id, office.Level, office.Parent, office.Type, office.Name, office.ValidFrom, office.ValidTo, office.Successors);
}

public sealed record MissionListAnswer(IReadOnlyList<MissionAnswer> Items);

/// <param name="TakesReviews">Whether an address for reviews is on file.</param>
public sealed record MissionAnswer(
    MissionId Id, LocalizedText Country, LocalizedText Name, string Region, Language Language, string? TimeZone, bool TakesReviews,
    IReadOnlyList<ClosedDay> ClosedDays, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    public static MissionAnswer Of(Mission mission) => new(
        mission.Id, mission.Country, mission.Name, mission.Region, mission.Language, mission.TimeZone, mission.Contact is not null,
        mission.ClosedDays, mission.ValidFrom, mission.ValidTo);
}

/// <param name="Status">"well" or "unwell".</param>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthPart> Parts);

/// <summary>One part that the program needs. No addresses and no reasons: those are in the log.</summary>
/// <param name="Status">"well" or "unwell".</param>
/// <param name="Milliseconds">How long it took to find out.</param>
public sealed record HealthPart(string Name, string Status, int Milliseconds);
