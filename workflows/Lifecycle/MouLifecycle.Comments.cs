using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// What an embassy, or the ministry in its review, says at a clause, and how the office answers it: each comment is answered
// before the next round begins. Its author can take it back as long as it is unanswered and they are still asked.
public static partial class MouLifecycle
{
    /// <summary>More than anybody writes at one text: a program that runs wild is stopped here.</summary>
    private const int MostComments = 300;

    private static Decision? DecideComments(MouCommand command, Mou mou) => command switch
    {
        CommentOnClause comment => InRound(mou, comment.Round, comment.Mission, comment.OfficerName, (review, embassy) =>
            DecideComment(mou, comment.Text == review.Text, new(
                review.Round, review.Text, embassy.Mission, comment.OfficerName.Trim(), mou.Comments.Count + 1, comment.Clause, comment.Version,
                Blank(comment.Words), Blank(comment.Proposed)))),
        CommentInCentralReview comment => InCentralReview(mou, comment.Name, review =>
            DecideComment(mou, comment.Text == review.Text, new(
                review.Round, review.Text, null, comment.Name.Trim(), mou.Comments.Count + 1, comment.Clause, comment.Version,
                Blank(comment.Words), Blank(comment.Proposed)))),
        TakeBackComment back => InRound(mou, RoundOf(back.Number, mou), back.Mission, back.OfficerName, (_, embassy) =>
            DecideTakeBack(back.Number, embassy.Mission, back.OfficerName, mou)),
        TakeBackCentralComment back => InCentralReview(mou, back.Name, _ => DecideTakeBack(back.Number, null, back.Name, mou)),
        AnswerComment answer => DecideCommentAnswer(answer, mou),
        _ => null,
    };

    /// <param name="isOfThisText">They read the text that is asked about.</param>
    private static Decision DecideComment(Mou mou, bool isOfThisText, ClauseCommented comment) =>
        !isOfThisText ? Refuse(Refusal.TextChanged)
        : comment.Clause < 1 || IsEmpty(comment) ? Refuse(Refusal.CommentIncomplete)
        : mou.Comments.Count(mark => mark.Round == comment.Round) >= MostComments ? Refuse(Refusal.TooManyComments)
        : Happened(comment);

    /// <summary>A wording is one in a language.</summary>
    private static bool IsEmpty(ClauseCommented comment) =>
        (comment.Words is null && comment.Proposed is null) || (comment.Proposed is not null && comment.Version is null);

    /// <summary>A comment that is not there is looked for in the round that is open now.</summary>
    private static int RoundOf(int number, Mou mou) =>
        mou.Comments.FirstOrDefault(mark => mark.Number == number)?.Round ?? (mou.Stage as Stage.UnderReview)?.Round ?? mou.Rounds.Count;

    /// <param name="author">Null: the ministry.</param>
    private static Decision DecideTakeBack(int number, MissionId? author, string name, Mou mou) => mou.Comments.FirstOrDefault(mark => mark.Number == number) switch
    {
        null => Refuse(Refusal.NoSuchComment),
        var mark when mark.Mission != author => Refuse(Refusal.NotYours),
        { IsTakenBack: true } => Nothing,
        { Verdict: not null } => Refuse(Refusal.CommentIsAnswered),
        var mark => Happened(new CommentTakenBack(number, mark.Text, author, name.Trim())),
    };

    private static Decision InCentralReview(Mou mou, string name, Func<Stage.CentralReview, Decision> decide) => mou.Stage switch
    {
        Stage.CentralReview when IsBlank(name) => Refuse(Refusal.NameMissing),
        Stage.CentralReview review => decide(review),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotInCentralReview),
    };

    private static Decision DecideCommentAnswer(AnswerComment answer, Mou mou)
    {
        if (WhyEnded(mou.Stage) is { } ended) return Refuse(ended);
        if (mou.Stage.Given is not null) return Refuse(Refusal.InEffect);
        if (mou.Comments.FirstOrDefault(mark => mark.Number == answer.Number) is not { } mark) return Refuse(Refusal.NoSuchComment);
        if (mark.IsTakenBack) return Refuse(Refusal.CommentWasTakenBack);
        if (mark.Verdict is not null && mark.IsSettledIn(mou)) return Refuse(Refusal.AlreadyDecided);
        if (answer.Verdict != CommentVerdict.Accepted && IsBlank(answer.Words)) return Refuse(Refusal.ReasonMissing);
        return Happened(new CommentAnswered(answer.Number, mark.Text, answer.Verdict, Blank(answer.Words)));
    }

    private static Mou? ApplyComment(Mou mou, MouEvent happened) => happened switch
    {
        ClauseCommented e when e.Number == mou.Comments.Count + 1 =>
            mou with { Comments = [.. mou.Comments, new(e.Number, e.Round, e.Text, e.Mission, e.Clause, null)] },
        CommentAnswered e => WithMark(mou, e.Number, mark => mark with { Verdict = e.Verdict }),
        CommentTakenBack e => WithMark(mou, e.Number, mark => mark with { IsTakenBack = true }),
        _ => null,
    };

    private static Mou? WithMark(Mou mou, int number, Func<CommentMark, CommentMark> with) => mou.Comments.Any(mark => mark.Number == number)
        ? mou with { Comments = [.. mou.Comments.Select(mark => mark.Number == number ? with(mark) : mark)] } : null;
}
