using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>A link goes to another address than before only by two administrators.</summary>
public sealed class AnotherAddress
{
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(1);
    private static readonly Actor.AssociationMember First = new("p9", "Lee Seo-yeon");
    private static readonly Actor.AssociationMember Second = new("p10", "Choi Eun-ji");
    private static readonly EmailAddress Colleague = new("ella@gabon.example");
    private static readonly ProposeRecipient Propose = new(LinkHolder.Reviewer, Colleague, "Paul Ella", "By their note no. 12.");

    private static Mou Sent => Sample.InStage[StageName.UnderReview];

    [Fact]
    public void Is_asked_once_another_administrator_confirms_it()
    {
        var proposed = Do(Sent, First, Propose);
        Assert.NotEqual(Colleague, Lead(proposed).Reviewer.Address);

        var changed = Do(proposed, Second, new ConfirmRecipient(proposed.Version, "By a call."));

        Assert.Equal((Colleague, "Paul Ella"), (Lead(changed).Reviewer.Address, Lead(changed).Reviewer.Name));
        Assert.Null(changed.Proposal);
        Assert.Equal(Lead(Sent).Answer, Lead(changed).Answer);
    }

    [Fact]
    public void Cannot_be_confirmed_by_whoever_proposed_it_too_late_or_under_another_number()
    {
        var proposed = Do(Sent, First, Propose);
        var confirm = new ConfirmRecipient(proposed.Version, "By a call.");

        // What a caller says of themselves counts for nothing.
        Assert.Equal(Refusal.NeedsAnotherAdministrator, Refused(proposed, First, confirm with { PersonId = Second.PersonId }, Later));
        Assert.Equal(Refusal.ProposalIsOver, Refused(proposed, Second, confirm with { Proposal = 1 }, Later));
        Assert.Equal(Refusal.ProposalExpired, Refused(proposed, Second, confirm, Later + RecipientProposal.HoldsFor));
        Assert.Equal(Refusal.ProposalIsOver, Refused(Sent, Second, confirm, Later));
        Assert.Equal(Refusal.ProposalIsOver, Refused(Do(proposed, Second, confirm), Second, confirm, Later));
    }

    [Fact]
    public void Waits_alone_and_makes_room_when_it_has_expired_or_its_reader_is_not_asked_any_more()
    {
        var proposed = Do(Sent, First, Propose);

        Assert.Empty(Sample.Events(MouLifecycle.Decide(Propose, Second, proposed, Later)));
        Assert.Equal(Refusal.ProposalWaits, Refused(proposed, Second, Propose with { Address = new("x@gabon.example") }, Later));
        Assert.Single(Sample.Events(MouLifecycle.Decide(Propose with { Address = new("x@gabon.example") }, Second, proposed, Later + RecipientProposal.HoldsFor)));
        var accepted = Sample.Carry(proposed, Sample.Accept, Later);
        Assert.Equal(Refusal.HolderHasNoLink, Refused(accepted, Second, new ConfirmRecipient(proposed.Version, "By a call."), Later));
    }

    [Fact]
    public void Is_not_asked_after_it_was_dropped()
    {
        var dropped = Do(Do(Sent, First, Propose), Second, new DropRecipient(Sent.Version + 1, "Not theirs."));

        Assert.Null(dropped.Proposal);
        Assert.Equal(Lead(Sent).Reviewer, Lead(dropped).Reviewer);
        Assert.Equal(Refusal.ProposalIsOver, Refused(dropped, Second, new ConfirmRecipient(Sent.Version + 1, "By a call."), Later));
    }

    [Theory]
    [InlineData(StageName.CentralReview, LinkHolder.CentralReviewer)]
    [InlineData(StageName.Signing, LinkHolder.LocalGovernmentSigner)]
    [InlineData(StageName.Signing, LinkHolder.CounterpartySigner)]
    public void Can_be_anybodys_who_holds_a_link(StageName stage, LinkHolder holder)
    {
        var before = Sample.InStage[stage];
        var proposed = Do(before, First, Propose with { Holder = holder });

        var changed = Do(proposed, Second, new ConfirmRecipient(proposed.Version, "By a call."));

        Assert.Equal(Colleague, MouLifecycle.AskedAt(holder, null, changed));
        if (changed.Stage is Stage.Signing signing)
            Assert.Equal(((Stage.Signing)before.Stage).LocalGovernment.Signer.Name, signing.LocalGovernment.Signer.Name);
    }

    [Fact]
    public void Starts_the_clock_anew_where_the_request_had_come_back()
    {
        var back = Do(Sent, new Actor.MailService(), new ReportUndeliveredMail("m", LinkHolder.Reviewer, "550", null, new(1, Lead(Sent).Reviewer.Address, false)));
        Assert.NotNull(Lead(back).UndeliveredAt);
        var proposed = Do(back, First, Propose);

        var happened = Sample.Events(MouLifecycle.Decide(new ConfirmRecipient(proposed.Version, "By a call."), Second, proposed, Later));
        var changed = Do(proposed, Second, new ConfirmRecipient(proposed.Version, "By a call."));

        Assert.Equal([typeof(MouEvent.RecipientChanged), typeof(MouEvent.DocumentResent)], happened.Select(one => one.GetType()));
        Assert.Equal((Colleague, null), (Lead(changed).Reviewer.Address, Lead(changed).UndeliveredAt));
        // One request and not two.
        Assert.DoesNotContain(Effects.Of(new(proposed.Version + 1, Later, Second, happened[0]), proposed), effect => effect.To == Recipient.Reviewer);
    }

    [Fact]
    public void Is_refused_where_it_is_asked_already_or_nobody_is()
    {
        Assert.Equal(Refusal.AddressIsAsked, Refused(Sent, First, Propose with { Address = Lead(Sent).Reviewer.Address }, Later));
        Assert.Equal(Refusal.AddressMissing, Refused(Sent, First, Propose with { Address = new(" ") }, Later));
        Assert.Equal(Refusal.HolderHasNoLink, Refused(Sample.InStage[StageName.Draft], First, Propose, Later));
        Assert.Equal(Refusal.IsOnHold, Refused(Sample.InStage[StageName.OnHold], First, Propose, Later));
        Assert.Equal(Refusal.NotYours, Refused(Sent, Sample.ActorIn(Role.Drafter), Propose, Later));
    }

    private static EmbassyReview Lead(Mou mou) => Assert.IsType<Stage.UnderReview>(mou.Stage).Lead;

    private static Refusal Refused(Mou mou, Actor by, MouCommand command, DateTimeOffset at) => Sample.Refused(MouLifecycle.Decide(command, by, mou, at));

    private static Mou Do(Mou mou, Actor by, MouCommand command) => Sample.Events(MouLifecycle.Decide(command, by, mou, Later))
        .Aggregate(mou, (before, happened) => MouLifecycle.Evolve(before, new(before.Version + 1, Later, by, happened)));
}
