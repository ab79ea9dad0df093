using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// A link goes to another address than before only where one administrator proposes it and another confirms it.
public static partial class MouLifecycle
{
    private static Decision? DecideRecipient(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        ProposeRecipient propose => DecidePropose(propose, mou, now),
        ConfirmRecipient confirm => DecideConfirm(confirm, mou, now),
        DropRecipient drop => DecideDrop(drop, mou),
        _ => null,
    };

    private static Decision DecidePropose(ProposeRecipient propose, Mou mou, DateTimeOffset now) =>
        AskedAt(propose.Holder, propose.Mission, mou) is not { } asked ? Refuse(WhyEnded(mou.Stage) ?? Refusal.HolderHasNoLink)
        : IsBlank(propose.Address.Value) ? Refuse(Refusal.AddressMissing)
        : IsBlank(propose.Reason) ? Refuse(Refusal.ReasonMissing)
        : propose.Address == asked ? Refuse(Refusal.AddressIsAsked)
        : mou.Proposal is not { } waiting || waiting.HasExpired(now) || AskedAt(waiting.Holder, waiting.Mission, mou) is null
            ? Happened(new RecipientProposed(propose.Holder, propose.Mission, propose.Address, Blank(propose.Name), propose.Reason.Trim()))
        : IsTheSame(waiting, propose) ? Nothing : Refuse(Refusal.ProposalWaits);

    private static bool IsTheSame(RecipientProposal waiting, ProposeRecipient propose) =>
        (waiting.Holder, waiting.Mission, waiting.Address, waiting.Name) == (propose.Holder, propose.Mission, propose.Address, Blank(propose.Name));

    private static Decision DecideConfirm(ConfirmRecipient confirm, Mou mou, DateTimeOffset now)
    {
        if (mou.Proposal is not { } waiting || waiting.Number != confirm.Proposal) return Refuse(Refusal.ProposalIsOver);
        if (waiting.HasExpired(now)) return Refuse(Refusal.ProposalExpired);
        if (waiting.PersonId == confirm.PersonId) return Refuse(Refusal.NeedsAnotherAdministrator);
        if (IsBlank(confirm.Reason)) return Refuse(Refusal.ReasonMissing);
        return AskedAt(waiting.Holder, waiting.Mission, mou) is { } former
            ? Happened([new RecipientChanged(waiting.Holder, waiting.Mission, former, waiting.Address, waiting.Name, waiting.Number, confirm.Reason.Trim()), .. SentAnew(waiting, mou, now)])
            : Refuse(WhyEnded(mou.Stage) ?? Refusal.HolderHasNoLink);
    }

    /// <summary>What had come back is now sent to somebody else, and its clock starts anew.</summary>
    private static IReadOnlyList<MouEvent> SentAnew(RecipientProposal confirmed, Mou mou, DateTimeOffset now)
    {
        if (!HasComeBack(confirmed.Holder, confirmed.Mission, mou)) return [];
        var sent = mou.Stage is Stage.CentralReview review
            ? DecideResendToCentral(new(review.Desk with { Address = confirmed.Address, Name = confirmed.Name ?? review.Desk.Name }), mou, now)
            : DecideResend(new(confirmed.Mission), mou, now);
        return ((Decision.Events)sent).New;
    }

    /// <summary>Whether the request to this holder came back, so that its deadline stands.</summary>
    internal static bool HasComeBack(LinkHolder holder, MissionId? mission, Mou mou) => (holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => review.Of(mission ?? mou.Particulars.Mission) is { IsOpen: true, UndeliveredAt: not null },
        (LinkHolder.CentralReviewer, Stage.CentralReview review) => review.UndeliveredAt is not null,
        _ => false,
    };

    private static Decision DecideDrop(DropRecipient drop, Mou mou) =>
        mou.Proposal is not { } waiting || waiting.Number != drop.Proposal ? Refuse(Refusal.ProposalIsOver)
        : IsBlank(drop.Reason) ? Refuse(Refusal.ReasonMissing)
        : Happened(new RecipientProposalDropped(drop.Proposal, drop.Reason.Trim()));

    /// <summary>The address that is asked now; null where this holder is not.</summary>
    public static EmailAddress? AskedAt(LinkHolder holder, MissionId? mission, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return (holder, mou.Stage) switch
        {
            (LinkHolder.Reviewer, Stage.UnderReview review) when review.Of(mission ?? mou.Particulars.Mission) is { IsOpen: true } embassy => embassy.Reviewer.Address,
            (LinkHolder.CentralReviewer, Stage.CentralReview review) => review.Desk.Address,
            (LinkHolder.LocalGovernmentSigner, Stage.Signing { LocalGovernment: SigningSide.Asked asked }) => asked.Signer.Address,
            (LinkHolder.CounterpartySigner, Stage.Signing { Counterparty: SigningSide.Asked asked }) => asked.Signer.Address,
            _ => null,
        };
    }

    private static Mou? ApplyRecipient(Mou mou, RecordedEvent recorded) => recorded.Event switch
    {
        RecipientProposed e when recorded.By is Actor.AssociationMember by =>
            mou with { Proposal = new(recorded.Number, e.Holder, e.Mission, e.Address, e.Name, e.Reason, by.PersonId, by.Name, recorded.At) },
        RecipientProposalDropped e when mou.Proposal?.Number == e.Proposal => mou with { Proposal = null },
        RecipientChanged e when mou.Proposal?.Number == e.Proposal && WithRecipient(mou, e, recorded.At) is { } stage => mou with { Stage = stage, Proposal = null },
        _ => null,
    };

    /// <summary>A signer's name stays: another person is another signer, whom both sides agree on.</summary>
    private static Stage? WithRecipient(Mou mou, RecipientChanged e, DateTimeOffset at) => (e.Holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => At(mou, review, e.Mission ?? mou.Particulars.Mission, embassy => embassy with
        {
            Reviewer = embassy.Reviewer with { Address = e.Address, Name = e.Name ?? embassy.Reviewer.Name },
            LinkReissuedAt = at,
        })?.Stage,
        (LinkHolder.CentralReviewer, Stage.CentralReview review) =>
            review with { Desk = review.Desk with { Address = e.Address, Name = e.Name ?? review.Desk.Name }, LinkReissuedAt = at },
        (LinkHolder.LocalGovernmentSigner, Stage.Signing { LocalGovernment: SigningSide.Asked asked } signing) =>
            signing with { LocalGovernment = new SigningSide.Asked(asked.Signer with { Address = e.Address }, at) },
        (LinkHolder.CounterpartySigner, Stage.Signing { Counterparty: SigningSide.Asked asked } signing) =>
            signing with { Counterparty = new SigningSide.Asked(asked.Signer with { Address = e.Address }, at) },
        _ => null,
    };
}
