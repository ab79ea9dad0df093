using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>A deadline that ran and runs no more.</summary>
/// <param name="Mission">Whose it was, where it was an embassy's.</param>
/// <param name="Round">The round of review that was under way; 0 before the first.</param>
/// <param name="By">As it stood last.</param>
/// <param name="Extensions">How often more time was given, by whomever.</param>
public sealed record PastDeadline(
    Reminder Matter, MissionId? Mission, int Round, DateTimeOffset SetAt, Deadline By, DateTimeOffset EndedAt, DeadlineEnd End, int Extensions);

/// <summary>How a deadline ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineEnd>))]
public enum DeadlineEnd
{
    /// <summary>What was due was done in time.</summary>
    Met,
    /// <summary>It was done late, or not at all.</summary>
    Missed,
    /// <summary>It ended before its time, because of what somebody else did.</summary>
    Dropped,
}

/// <summary>The deadlines that a case had, read from its record.</summary>
public static class PastDeadlines
{
    /// <summary>In the order in which they ended.</summary>
    public static IReadOnlyList<PastDeadline> Of(MouId id, IEnumerable<RecordedEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var (mou, open, past) = (Mou.NotBegun(id), new Dictionary<Key, Open>(), new List<PastDeadline>());
        foreach (var recorded in events)
        {
            mou = MouLifecycle.Evolve(mou, recorded);
            var running = MouLifecycle.RunningIn(mou.Stage.Live).ToDictionary(one => new Key(one.Matter, one.Mission, mou.Rounds.Count));
            foreach (var (key, ended) in open.Where(one => !running.ContainsKey(one.Key)).ToList())
            {
                open.Remove(key);
                past.Add(new(key.Matter, key.Mission, key.Round, ended.SetAt, ended.By, recorded.At, EndOf(key, ended.By, recorded, mou), ended.Extensions));
            }

            foreach (var (key, one) in running)
                open[key] = open.TryGetValue(key, out var before)
                    ? before with { By = one.By, Extensions = before.Extensions + (IsExtension(recorded.Event) && before.By.EndsAt != one.By.EndsAt ? 1 : 0) }
                    : new(recorded.At, one.By, 0);
        }

        return past;
    }

    private static bool IsExtension(MouEvent happened) => happened is CapitalExtended or DeadlineMoved { Cause: DeadlineCause.Extension };

    private static DeadlineEnd EndOf(Key key, Deadline by, RecordedEvent recorded, Mou mou) =>
        recorded.Event is CentralReviewLapsed || recorded.At >= by.EndsAt || (recorded.By is Actor.Clock && key.Matter == Reminder.CentralReview) ? DeadlineEnd.Missed
        : recorded.Event is Withdrawn or TextReopened or Terminated ? DeadlineEnd.Dropped
        : key.Mission is { } mission && (EventMission.Of(recorded.Event) ?? mou.Particulars.Mission) != mission ? DeadlineEnd.Dropped
        : DeadlineEnd.Met;

    private sealed record Key(Reminder Matter, MissionId? Mission, int Round);

    private sealed record Open(DateTimeOffset SetAt, Deadline By, int Extensions);
}
