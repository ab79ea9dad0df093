using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>What embassies and the ministry said at clauses, oldest first.</summary>
public sealed record CommentsAnswer(IReadOnlyList<ClauseCommentAnswer> Items)
{
    public static CommentsAnswer Of(IEnumerable<ClauseComment> comments) => new([.. comments.Select(ClauseCommentAnswer.Of)]);
}

/// <summary>A comment at a clause.</summary>
/// <param name="Number">Within the MOU: what an answer names.</param>
/// <param name="TextHash">The text that it was said of.</param>
/// <param name="Version">The language version meant; null: the clause as such.</param>
/// <param name="Proposed">The wording that the embassy would have, in that language.</param>
/// <param name="Mission">Null: the ministry, in its review.</param>
/// <param name="Answer">Null: not answered yet.</param>
/// <param name="TakenBackAt">When its author took it back; null: it stands.</param>
public sealed record ClauseCommentAnswer(
    int Number, int Round, TextHash TextHash, MissionId? Mission, string Name, int Clause, Language? Version, string? Words, string? Proposed,
    DateTimeOffset At, CommentVerdictAnswer? Answer, DateTimeOffset? TakenBackAt)
{
    public static ClauseCommentAnswer Of(ClauseComment comment) => new(
        comment.Number, comment.Round, comment.Text, comment.Mission, comment.OfficerName, comment.Clause, comment.Version, comment.Words, comment.Proposed,
        comment.At, comment.Answer is { } answer ? new(answer.Verdict, answer.Words, answer.At) : null, comment.TakenBackAt);
}

/// <summary>How the office answered it.</summary>
/// <param name="Words">The other wording, or the reason of a refusal.</param>
public sealed record CommentVerdictAnswer(CommentVerdict Verdict, string? Words, DateTimeOffset At);

/// <summary>The answer to a comment, the same however often it is sent.</summary>
/// <param name="Device">Only with the answer to a right code: spares the next code of this link for twelve hours.</param>
public sealed record CommentRecordedAnswer(IReadOnlyList<ClauseCommentAnswer> Comments, string? Device);
