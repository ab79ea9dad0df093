using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// A case as a process keeps it in memory: what is asked for beside it, and the row itself as it was stored, because a hundred
/// thousand rows with all their words as objects would take three times the room.
/// </summary>
internal sealed class IndexedCase(CaseRow row, byte[] json)
{
    public MouId Id { get; } = row.Id;

    public int Version { get; } = row.Version;

    public StageName Stage { get; } = row.Stage;

    public bool HasEnded => Stage is StageName.Expired or StageName.Terminated or StageName.Superseded or StageName.Declined or StageName.Blocked or StageName.Withdrawn;

    public WaitedOn WaitedOn { get; } = row.WaitedOn;

    public bool Overdue { get; } = row.Overdue;

    public bool CameBack { get; } = row.CameBack;

    public MouKind Kind { get; } = row.Kind;

    public LocalGovernmentId Office { get; } = new(string.Intern(row.Office.Value));

    /// <summary>The one that leads first.</summary>
    public MissionId[] Missions { get; } = [new(string.Intern(row.Mission.Value)), .. (row.OtherMissions ?? []).Select(other => new MissionId(string.Intern(other.Value)))];

    /// <summary>The embassies that are waited on.</summary>
    public MissionId[] Asked { get; } = row.WaitedOn == WaitedOn.Embassy ? [.. (row.Asked ?? [row.Mission]).Select(mission => new MissionId(string.Intern(mission.Value)))] : [];

    public string? Country { get; } = row.Counterparty?.Country is { } country ? string.Intern(country) : null;

    public long Created { get; } = row.CreatedAt.UtcTicks;

    public long Since { get; } = row.Since.UtcTicks;

    public long Changed { get; } = row.ChangedAt.UtcTicks;

    public long? Due { get; } = row.NextDue?.UtcTicks;

    public DateOnly? KeptUntil { get; } = row.KeptUntil;

    public string Words { get; } = FoldedWords.Of(string.Join(" | ", row.Title.ByLanguage.Values.Concat(row.Counterparty?.Name.ByLanguage.Values ?? []).Append(row.Id.Value)));

    /// <summary>How its orchestration is, unless it was seen to be otherwise: it runs as long as the case lives.</summary>
    public OrchestrationStanding ExpectedStanding =>
        HasEnded ? OrchestrationStanding.Completed : OrchestrationStanding.Running;

    public ReadOnlySpan<byte> Json => json;

    public CaseRow Row => StoredJson.Read<CaseRow>(System.Text.Encoding.UTF8.GetString(json));
}
