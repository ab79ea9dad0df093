using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.OrchestrationFound;

namespace LocalDiplomacy.Workflows.Secretariat.Actions;

/// <summary>
/// What an administrator can do to a case's orchestration. None of it decides anything: a nudge says "look", and whoever
/// looks reads the case's own record.
/// </summary>
internal static class OrchestrationActions
{
    private static readonly ActionField Reason = new("reason", FieldForm.Lines);
    private static readonly ActionField Proposal = new("proposal", FieldForm.Number) { MaxLength = 6 };
    private static readonly OrchestrationFound[] Anyhow = Enum.GetValues<OrchestrationFound>();

    public static readonly IReadOnlyList<CaseAction> All =
    [
        new("nudge", typeof(NudgeOrchestration), mou => mou is { Version: > 0, Stop: null }, [Reason],
            sent => new NudgeOrchestration(sent.Words("reason"), sent.Found)) { Where = Anyhow },
        new("retry-effect", typeof(RetryEffect), mou => mou is { Version: > 0, Stop: null }, [new("effect", FieldForm.Line) { MaxLength = 200 }, Reason],
            sent => new RetryEffect(sent.Words("effect"), sent.LeftToDo.Contains(sent.Words("effect")), sent.Words("reason"), sent.Found)) { Where = Anyhow },
        new("retry-mail", typeof(RetryMail), mou => mou is { Version: > 0, Stop: null }, [new("mail", FieldForm.Line) { MaxLength = 200 }, Reason],
            sent => new RetryMail(sent.Words("mail"), sent.GivenUpMails.Contains(sent.Words("mail")), sent.Words("reason"), sent.Found)) { Where = Anyhow },
        new("suspend-orchestration", typeof(SuspendOrchestration), mou => mou is { Version: > 0, Stop: null }, [Reason],
            sent => new SuspendOrchestration(sent.Words("reason"), sent.Found)) { Where = [Running] },
        new("resume-orchestration", typeof(ResumeOrchestration), mou => mou.Version > 0, [Reason],
            sent => new ResumeOrchestration(sent.Words("reason"), sent.Found)) { Where = [Suspended] },
        new("restart-orchestration", typeof(RestartOrchestration), mou => mou.Version > 0, [Reason],
            sent => new RestartOrchestration(sent.Words("reason"), sent.Found)) { Where = [Missing, Completed, Failed, Terminated] },
        new("rewind-orchestration", typeof(RewindOrchestration), mou => mou.Version > 0, [Reason],
            sent => new RewindOrchestration(sent.Words("reason"), sent.Found)) { Where = [Failed] },
        new("propose-termination", typeof(ProposeOrchestrationEnd), mou => mou.Version > 0, [Reason],
            sent => new ProposeOrchestrationEnd(sent.Words("reason"), sent.Found)) { Where = [Running, Suspended] },
        new("confirm-termination", typeof(ConfirmOrchestrationEnd), mou => mou.EndProposal is not null, [Proposal, Reason],
            sent => new ConfirmOrchestrationEnd(sent.Number("proposal"), sent.Words("reason"), sent.Found)) { Where = [Running, Suspended] },
        new("drop-termination", typeof(DropOrchestrationEnd), mou => mou.EndProposal is not null, [Proposal, Reason],
            sent => new DropOrchestrationEnd(sent.Number("proposal"), sent.Words("reason"))) { Where = Anyhow },
    ];
}
