using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>One thing that a notice is about.</summary>
public sealed record AlertSubject(string Subject, MouId? Mou, LocalizedText? Title);

/// <summary>
/// What administrators are told at once: alerts of one kind that were found together. There is one mail when it is made and one when
/// the last of its alerts is closed, however many they are.
/// </summary>
/// <param name="Count">How many alerts it tells of.</param>
/// <param name="Subjects">The first of them.</param>
/// <param name="ClosedAt">When the last of them was closed; null: one is open.</param>
public sealed record AlertNotice(string Id, AlertKind Kind, DateTimeOffset At, int Count, IReadOnlyList<AlertSubject> Subjects, DateTimeOffset? ClosedAt = null)
{
    /// <summary>As many as a message names.</summary>
    internal const int MostSubjects = 100;

    internal static AlertNotice Of(string id, IReadOnlyList<Alert> alerts, DateTimeOffset at) => new(
        id, alerts[0].Kind, at, alerts.Count,
        [.. alerts.OrderBy(alert => alert.OpenedAt).Take(MostSubjects).Select(alert => new AlertSubject(alert.Subject, alert.Mou, alert.Title))]);
}

/// <summary>A notice, and how far it was told.</summary>
/// <param name="IsTold">That it was opened.</param>
internal sealed record StandingNotice(AlertNotice Notice, bool IsTold);
