using System.Text.Json.Serialization;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>How an office answers a comment. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommentVerdict>))]
public enum CommentVerdict
{
    Accepted,
    /// <summary>Taken up in other words than those that were proposed.</summary>
    AcceptedOtherwise,
    /// <summary>Not taken up, with the reason.</summary>
    Refused,
}

/// <summary>That there is a comment, and how it was answered. Its words stand in its events alone: a state stays small.</summary>
/// <param name="Number">Within the MOU, from 1.</param>
/// <param name="Round">The ministry's is of the round that follows on its review.</param>
/// <param name="Text">The text that it was said of.</param>
/// <param name="Mission">Null: the ministry, in its review.</param>
/// <param name="Verdict">Null: not answered yet.</param>
public sealed record CommentMark(int Number, int Round, TextHash Text, MissionId? Mission, int Clause, CommentVerdict? Verdict)
{
    /// <summary>By its author, before it was answered: nobody waits for an answer.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>A later round was opened on its answer, which therefore stands.</summary>
    public bool IsSettledIn(Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return Mission is null ? Round <= mou.Rounds.Count : Round < mou.Rounds.Count;
    }
}

/// <summary>What an embassy, or the ministry, wrote at a clause.</summary>
/// <param name="Text">The text that it was said of.</param>
/// <param name="Mission">Null: the ministry, in its review.</param>
/// <param name="Clause">The clause's number in that text, from 1.</param>
/// <param name="Version">The language version meant; null: the clause as such.</param>
/// <param name="Proposed">The wording that the embassy would have, in that language.</param>
/// <param name="Answer">Null: not answered yet.</param>
public sealed record ClauseComment(
    int Number, int Round, TextHash Text, MissionId? Mission, string OfficerName, int Clause, Language? Version, string? Words, string? Proposed,
    DateTimeOffset At, CommentAnswer? Answer)
{
    /// <summary>When its author took it back; null: it stands.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    public bool IsOpen => Answer is null && TakenBackAt is null;
}

/// <param name="Words">The other wording, or the reason; null where it was plainly accepted.</param>
public sealed record CommentAnswer(CommentVerdict Verdict, string? Words, DateTimeOffset At);

/// <summary>The comments of a case in full, read from its record.</summary>
public static class ClauseComments
{
    /// <summary>In the order in which they were made, each with its last answer.</summary>
    public static IReadOnlyList<ClauseComment> Of(IEnumerable<RecordedEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var comments = new List<ClauseComment>();
        foreach (var recorded in events)
        {
            if (recorded.Event is ClauseCommented e)
                comments.Add(new(e.Number, e.Round, e.Text, e.Mission, e.OfficerName, e.Clause, e.Version, e.Words, e.Proposed, recorded.At, null));
            else if (recorded.Event is CommentAnswered answered && comments.FindIndex(comment => comment.Number == answered.Number) is >= 0 and var place)
                comments[place] = comments[place] with { Answer = new(answered.Verdict, answered.Words, recorded.At) };
            else if (recorded.Event is CommentTakenBack back && comments.FindIndex(comment => comment.Number == back.Number) is >= 0 and var at)
                comments[at] = comments[at] with { TakenBackAt = recorded.At };
        }

        return comments;
    }
}
