using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// What administrators do to a case's orchestration. None of it moves the case: stage, deadlines and decisions stay as they are.
public static partial class MouLifecycle
{
    private static Decision? DecideOrchestration(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        NudgeOrchestration c => mou.Stop is not null ? Refuse(Refusal.OrchestrationIsStopped) : Stepped(Intervention.Nudge, c.Reason, c.Found),
        RetryEffect c => mou.Stop is not null ? Refuse(Refusal.OrchestrationIsStopped)
            : !c.IsLeft ? Refuse(Refusal.NoSuchEffect) : Stepped(Intervention.RetryEffect, c.Reason, c.Found, c.Effect.Trim()),
        RetryMail c => mou.Stop is not null ? Refuse(Refusal.OrchestrationIsStopped)
            : !c.WasGivenUp ? Refuse(Refusal.MailNotGivenUp) : Stepped(Intervention.RetryMail, c.Reason, c.Found, c.Mail.Trim()),
        SuspendOrchestration c => c.Found is OrchestrationFound.Running && mou.Stop is null ? Stepped(Intervention.Suspend, c.Reason, c.Found) : Refuse(Refusal.OrchestrationNotRunning),
        ResumeOrchestration c => c.Found is OrchestrationFound.Suspended || mou.Stop is { Deed: Intervention.Suspend }
            ? Stepped(Intervention.Resume, c.Reason, c.Found) : Refuse(Refusal.OrchestrationNotSuspended),
        RestartOrchestration c => c.Found is OrchestrationFound.Running or OrchestrationFound.Suspended
            ? Refuse(Refusal.OrchestrationRuns) : Stepped(Intervention.Restart, c.Reason, c.Found),
        RewindOrchestration c => c.Found is OrchestrationFound.Failed ? Stepped(Intervention.Rewind, c.Reason, c.Found) : Refuse(Refusal.OrchestrationHasNotFailed),
        ProposeOrchestrationEnd c => DecideProposeEnd(c, mou, now),
        ConfirmOrchestrationEnd c => DecideConfirmEnd(c, mou, now),
        DropOrchestrationEnd c => mou.EndProposal?.Number != c.Proposal ? Refuse(Refusal.ProposalIsOver)
            : IsBlank(c.Reason) ? Refuse(Refusal.ReasonMissing) : Happened(new OrchestrationEndDropped(c.Proposal, c.Reason.Trim())),
        _ => null,
    };

    private static Decision Stepped(Intervention deed, string reason, OrchestrationFound found, string? effect = null, int? proposal = null) =>
        IsBlank(reason) ? Refuse(Refusal.ReasonMissing) : Happened(new OrchestrationIntervened(deed, reason.Trim(), found, effect, proposal));

    private static Decision DecideProposeEnd(ProposeOrchestrationEnd propose, Mou mou, DateTimeOffset now) =>
        !CanEnd(propose.Found) ? Refuse(Refusal.OrchestrationNotRunning)
        : IsBlank(propose.Reason) ? Refuse(Refusal.ReasonMissing)
        : mou.EndProposal is { } waiting && !waiting.HasExpired(now) ? Refuse(Refusal.ProposalWaits)
        : Happened(new OrchestrationEndProposed(propose.Reason.Trim(), propose.Found));

    private static Decision DecideConfirmEnd(ConfirmOrchestrationEnd confirm, Mou mou, DateTimeOffset now)
    {
        if (mou.EndProposal is not { } waiting || waiting.Number != confirm.Proposal) return Refuse(Refusal.ProposalIsOver);
        if (waiting.HasExpired(now)) return Refuse(Refusal.ProposalExpired);
        if (waiting.PersonId == confirm.PersonId) return Refuse(Refusal.NeedsAnotherAdministrator);
        return CanEnd(confirm.Found) ? Stepped(Intervention.Terminate, confirm.Reason, confirm.Found, proposal: waiting.Number) : Refuse(Refusal.OrchestrationNotRunning);
    }

    private static bool CanEnd(OrchestrationFound found) => found is OrchestrationFound.Running or OrchestrationFound.Suspended;

    private static Mou? ApplyOrchestration(Mou mou, RecordedEvent recorded) => (recorded.Event, recorded.By) switch
    {
        (OrchestrationEndProposed e, Actor.AssociationMember by) => mou with { EndProposal = new(recorded.Number, e.Reason, by.PersonId, by.Name, recorded.At) },
        (OrchestrationEndDropped e, _) when mou.EndProposal?.Number == e.Proposal => mou with { EndProposal = null },
        (OrchestrationIntervened { Deed: Intervention.Terminate } e, Actor.AssociationMember by) when mou.EndProposal is { } proposed && proposed.Number == e.Proposal =>
            mou with { EndProposal = null, Stop = new(e.Deed, e.Reason, by.Name, recorded.At) },
        (OrchestrationIntervened { Deed: Intervention.Suspend } e, Actor.AssociationMember by) => mou with { Stop = new(e.Deed, e.Reason, by.Name, recorded.At) },
        (OrchestrationIntervened { Deed: Intervention.Resume or Intervention.Restart or Intervention.Rewind }, _) => mou with { Stop = null },
        (OrchestrationIntervened { Deed: Intervention.Nudge or Intervention.RetryEffect or Intervention.RetryMail }, _) => mou,
        _ => null,
    };
}
