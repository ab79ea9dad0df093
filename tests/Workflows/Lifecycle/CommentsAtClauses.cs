using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>What an embassy says at a clause, and how the office answers it before the next round.</summary>
public sealed class CommentsAtClauses
{
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(1);
    private static readonly CommentOnClause Comment = new(1, Sample.TextA, "Marie Obame", 4, null, "Who bears the cost?", null);
    private static readonly CommentOnClause Wording = Comment with { Words = null, Version = Language.French, Proposed = "Chacun supporte ses frais." };
    private static readonly Mou Sent = Sample.InStage[StageName.UnderReview];
    private static readonly Mou Commented = Sample.Carry(Sample.Carry(Sent, Comment, Later), Wording, Later);
    private static readonly Mou Drafted = Sample.Carry(Commented, Sample.RequestChanges, Later);

    [Fact]
    public void Are_numbered_and_bound_to_the_text_of_their_round()
    {
        var happened = Assert.IsType<MouEvent.ClauseCommented>(Assert.Single(Sample.Events(MouLifecycle.Decide(Wording, Sample.Carry(Sent, Comment, Later), Later))));

        Assert.Equal((2, 1, Sample.TextA, 4, new MissionId("GA")), (happened.Number, happened.Round, happened.Text, happened.Clause, happened.Mission));
        Assert.Equal([1, 2], Commented.Comments.Select(mark => mark.Number));
    }

    [Fact]
    public void Say_something_and_a_wording_names_its_language()
    {
        Assert.Equal(Refusal.CommentIncomplete, Refused(Comment with { Words = " " }));
        Assert.Equal(Refusal.CommentIncomplete, Refused(Wording with { Version = null }));
        Assert.Equal(Refusal.CommentIncomplete, Refused(Comment with { Clause = 0 }));
        Assert.Equal(Refusal.TextChanged, Refused(Comment with { Text = Sample.TextB }));
        Assert.Equal(Refusal.NameMissing, Refused(Comment with { OfficerName = "" }));
        Assert.Equal(Refusal.EmbassyNotAsked, Refused(Comment with { Mission = new("DO") }));
    }

    [Fact]
    public void Belong_to_an_open_round()
    {
        Assert.Equal(Refusal.AlreadyDecided, Sample.Refused(MouLifecycle.Decide(Comment, Drafted, Later)));
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(Comment, new Actor.EmbassyOfficer(new("DO"), "Ana"), Sent, Later)));
    }

    [Fact]
    public void Are_all_answered_before_the_next_round()
    {
        var next = Sample.Submit;
        Assert.Equal(Refusal.CommentsUnanswered, Sample.Refused(MouLifecycle.Decide(next, Drafted, Later)));
        var one = Sample.Carry(Drafted, new AnswerComment(1, CommentVerdict.Refused, "The budget law says it."), Later);
        Assert.Equal(Refusal.CommentsUnanswered, Sample.Refused(MouLifecycle.Decide(next, one, Later)));
        var both = Sample.Carry(one, new AnswerComment(2, CommentVerdict.Accepted, null), Later);

        Assert.Equal(StageName.UnderReview, Sample.Carry(both, next, Later).Stage.Name);
    }

    [Fact]
    public void Are_answered_with_words_where_they_are_not_plainly_accepted()
    {
        Assert.Equal(Refusal.ReasonMissing, Answered(new AnswerComment(1, CommentVerdict.Refused, null)));
        Assert.Equal(Refusal.ReasonMissing, Answered(new AnswerComment(1, CommentVerdict.AcceptedOtherwise, " ")));
        Assert.Equal(Refusal.NoSuchComment, Answered(new AnswerComment(3, CommentVerdict.Accepted, null)));
        Assert.Equal(Refusal.HasExpired, Sample.Refused(MouLifecycle.Decide(new AnswerComment(1, CommentVerdict.Accepted, null), Sample.InStage[StageName.Expired], Later)));
    }

    [Fact]
    public void An_answer_can_be_changed_until_the_next_round_and_stands_then()
    {
        var answered = Sample.Carry(Sample.Carry(Drafted, new AnswerComment(1, CommentVerdict.Accepted, null), Later), new AnswerComment(2, CommentVerdict.Accepted, null), Later);
        var changed = Sample.Carry(answered, new AnswerComment(1, CommentVerdict.AcceptedOtherwise, "Each side bears its own."), Later);
        Assert.Equal(CommentVerdict.AcceptedOtherwise, changed.Comments[0].Verdict);

        var next = Sample.Carry(changed, Sample.Submit, Later);

        Assert.Equal(Refusal.AlreadyDecided, Sample.Refused(MouLifecycle.Decide(new AnswerComment(1, CommentVerdict.Accepted, null), next, Later)));
    }

    [Fact]
    public void Are_taken_back_by_their_author_alone_and_before_they_are_answered()
    {
        var back = Sample.Carry(Commented, new TakeBackComment(1, "Marie Obame"), Later);
        Assert.Equal([true, false], back.Comments.Select(mark => mark.IsTakenBack));
        Assert.Equal([2], back.Unanswered.Select(mark => mark.Number));
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new TakeBackComment(1, "Marie Obame"), back, Later)));
        Assert.Equal(Refusal.CommentWasTakenBack, Sample.Refused(MouLifecycle.Decide(new AnswerComment(1, CommentVerdict.Accepted, null), back, Later)));
        Assert.Equal(3, Sample.Carry(back, Comment, Later).Comments[^1].Number);

        var answered = Sample.Carry(Commented, new AnswerComment(1, CommentVerdict.Accepted, null), Later);
        Assert.Equal(Refusal.CommentIsAnswered, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(1, "Marie Obame"), answered, Later)));
        Assert.Equal(Refusal.NoSuchComment, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(9, "Marie Obame"), Commented, Later)));
        Assert.Equal(Refusal.NameMissing, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(1, " "), Commented, Later)));
        Assert.Equal(Refusal.AlreadyDecided, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(1, "Marie Obame"), Drafted, Later)));
    }

    [Fact]
    public void Of_one_embassy_are_not_anothers_to_take_back()
    {
        var both = Sample.After(Sample.Create with { Particulars = Sample.TwoEmbassies }, Sample.Submit, Comment);

        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(1, "Ana", new("DO")), both, Later)));
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(1, "Ana"), new Actor.EmbassyOfficer(new("DO"), "Ana"), both, Later)));
        Assert.Single(Sample.Events(MouLifecycle.Decide(new TakeBackComment(1, "Marie"), both, Later)));
    }

    [Fact]
    public void Of_the_ministry_are_made_in_its_review_and_answered_before_the_text_goes_on()
    {
        var asked = Sample.InStage[StageName.CentralReview];
        var said = new CommentInCentralReview(Sample.TextA, "Han Seo-yun", 2, null, "Which budget?", null);
        var commented = Sample.Carry(Sample.Carry(asked, said, Later), said with { Clause = 3, Words = null, Version = Language.Korean, Proposed = "각자 부담한다." }, Later);
        Assert.All(commented.Comments, mark => Assert.Equal(((MissionId?)null, 1, Sample.TextA), (mark.Mission, mark.Round, mark.Text)));
        Assert.Equal(Refusal.TextChanged, Sample.Refused(MouLifecycle.Decide(said with { Text = Sample.TextB }, asked, Later)));
        Assert.Equal(Refusal.CommentIncomplete, Sample.Refused(MouLifecycle.Decide(said with { Words = null }, asked, Later)));
        Assert.Equal(Refusal.NotInCentralReview, Sample.Refused(MouLifecycle.Decide(said, Sent, Later)));
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(said, Sample.ActorIn(Role.EmbassyOfficer), asked, Later)));

        var returned = Sample.Carry(
            Sample.Carry(commented, new TakeBackCentralComment(2, "Han Seo-yun"), Later), Sample.NoObjection with { Answer = CentralAnswer.Comments, Words = "See clause 2." }, Later);
        Assert.Equal(Refusal.NotInCentralReview, Sample.Refused(MouLifecycle.Decide(new TakeBackCentralComment(1, "Han"), returned, Later)));
        Assert.Equal(Refusal.CommentsUnanswered, Sample.Refused(MouLifecycle.Decide(Sample.Submit, returned, Later)));
        var answered = Sample.Carry(returned, new AnswerComment(1, CommentVerdict.Refused, "The annex names it."), Later);
        answered = Sample.Carry(answered, new AnswerComment(1, CommentVerdict.Accepted, null), Later);
        var next = Sample.Carry(answered, Sample.Submit, Later);
        Assert.Equal(StageName.UnderReview, next.Stage.Name);
        Assert.Equal(Refusal.AlreadyDecided, Sample.Refused(MouLifecycle.Decide(new AnswerComment(1, CommentVerdict.Accepted, null), next, Later)));
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(new TakeBackComment(1, "Marie Obame"), next, Later)));
    }

    [Fact]
    public void Tell_the_office_once_in_a_round_and_nobody_of_each_answer()
    {
        Assert.Equal([MailKind.OfficeToldOfEvent], MailsOf(Comment, Sent));
        Assert.Empty(MailsOf(Wording, Sample.Carry(Sent, Comment, Later)));
        Assert.Empty(MailsOf(new AnswerComment(1, CommentVerdict.Accepted, null), Drafted));
    }

    private static IEnumerable<MailKind> MailsOf(MouCommand command, Mou mou) =>
        Effects.Of(new(mou.Version + 1, Later, Sample.ActorFor(command), Assert.Single(Sample.Events(MouLifecycle.Decide(command, mou, Later)))), mou)
            .Where(effect => effect.Kind == EffectKind.Mail).Select(effect => effect.Mail!.Value);

    private static Refusal Refused(MouCommand command) => Sample.Refused(MouLifecycle.Decide(command, Sent, Later));

    private static Refusal Answered(MouCommand command) => Sample.Refused(MouLifecycle.Decide(command, Drafted, Later));
}
