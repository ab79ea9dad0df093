using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// What an embassy says at a clause, and how the office answers it: each comment is answered before the next round begins.
public static partial class MouLifecycle
{
    /// <summary>More than anybody writes at one text: a program that runs wild is stopped here.</summary>
    private const int MostComments = 300;

    private static Decision? DecideComments(MouCommand command, Mou mou) => command switch
    {
        CommentOnClause comment => DecideComment(comment, mou),
        AnswerComment answer => DecideCommentAnswer(answer, mou),
        _ => null,
    };

    private static Decision DecideComment(CommentOnClause comment, Mou mou) => InRound(
        mou, comment.Round, comment.Mission, comment.OfficerName, (review, embassy) =>
            review.Text != comment.Text ? Refuse(Refusal.TextChanged)
            : comment.Clause < 1 || IsEmpty(comment) ? Refuse(Refusal.CommentIncomplete)
            : mou.Comments.Count(mark => mark.Round == review.Round) >= MostComments ? Refuse(Refusal.TooManyComments)
            : Happened(new ClauseCommented(
                review.Round, review.Text, embassy.Mission, comment.OfficerName.Trim(), mou.Comments.Count + 1, comment.Clause, comment.Version,
                Blank(comment.Words), Blank(comment.Proposed))));

    /// <summary>A wording is one in a language.</summary>
    private static bool IsEmpty(CommentOnClause comment) =>
        (IsBlank(comment.Words) && IsBlank(comment.Proposed)) || (!IsBlank(comment.Proposed) && comment.Version is null);

    private static Decision DecideCommentAnswer(AnswerComment answer, Mou mou)
    {
        if (WhyEnded(mou.Stage) is { } ended) return Refuse(ended);
        if (mou.Stage.Given is not null) return Refuse(Refusal.InEffect);
        if (mou.Comments.FirstOrDefault(mark => mark.Number == answer.Number) is not { } mark) return Refuse(Refusal.NoSuchComment);
        // What a later round was opened on stands.
        if (mark.Verdict is not null && mark.Round < mou.Rounds.Count) return Refuse(Refusal.AlreadyDecided);
        if (answer.Verdict != CommentVerdict.Accepted && IsBlank(answer.Words)) return Refuse(Refusal.ReasonMissing);
        return Happened(new CommentAnswered(answer.Number, mou.RoundNumbered(mark.Round)!.Text, answer.Verdict, Blank(answer.Words)));
    }

    private static Mou? ApplyComment(Mou mou, MouEvent happened) => happened switch
    {
        ClauseCommented e when e.Number == mou.Comments.Count + 1 =>
            mou with { Comments = [.. mou.Comments, new(e.Number, e.Round, e.Mission, e.Clause, null)] },
        CommentAnswered e when mou.Comments.Any(mark => mark.Number == e.Number) =>
            mou with { Comments = [.. mou.Comments.Select(mark => mark.Number == e.Number ? mark with { Verdict = e.Verdict } : mark)] },
        _ => null,
    };
}
