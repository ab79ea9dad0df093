using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.OfficePortal.Actions.OpenMatters;

namespace LocalDiplomacy.Workflows.Secretariat.Actions;

/// <summary>
/// Everything that the association's desk can do with an office's case, in the order in which a page offers it. Each asks
/// for a reason, is an event of the case with its author's name, and tells those whom it concerns.
/// </summary>
public static class DeskActions
{
    private static readonly ActionField Reason = new("reason", FieldForm.Lines);
    private static readonly ActionField Proposal = new("proposal", FieldForm.Number) { MaxLength = 6 };
    private static readonly ActionField Mission = new("mission", FieldForm.Mission) { IsOptional = true, MaxLength = 8, Offers = Asked };

    public static readonly IReadOnlyList<CaseAction> All =
    [
        new("release", typeof(Release), mou => mou.Stage is Stage.OnHold, [Reason], sent => new Release(sent.Words("reason"))),
        new("confirm-successor", typeof(ConfirmSuccessor), mou => mou.Stage is Stage.OnHold,
            [new("successor", FieldForm.LocalGovernment) { MaxLength = 64 }, Reason], sent => new ConfirmSuccessor(sent.Successor, sent.Words("reason"))),
        new("hold", typeof(Hold), mou => mou.Stage is { IsEnd: false } and not (Stage.NotBegun or Stage.OnHold), [Reason], sent => new Hold(sent.Words("reason"))),
        new("extend-deadline", typeof(ExtendDeadline), mou => Running(mou).Count > 0,
            [new("matter", FieldForm.Choice) { Known = Enum.GetNames<Reminder>(), Offers = Running }, Mission, new("days", FieldForm.Number) { MaxLength = 4 }, Reason],
            sent => new ExtendDeadline(sent.Choice<Reminder>("matter"), sent.Number("days"), sent.Words("reason"), sent.Mission)),
        new("record-arrival", typeof(RecordArrival), mou => Embassies(mou).Any(embassy => embassy is { IsOpen: true, ArrivedAt: null }),
            [Mission, new("at", FieldForm.Moment) { MaxLength = 40 }, Reason],
            sent => new RecordArrival(LinkHolder.Reviewer, sent.Moment("at"), sent.Mission, sent.Words("reason"))),
        new("record-outage", typeof(RecordOutage), mou => mou.Stage is Stage.UnderReview or Stage.CentralReview,
            [
                new("holder", FieldForm.Choice) { Known = [nameof(LinkHolder.Reviewer), nameof(LinkHolder.CentralReviewer)], Offers = Holders }, Mission,
                new("from", FieldForm.Moment) { MaxLength = 40 }, new("repairedAt", FieldForm.Moment) { MaxLength = 40 }, Reason,
            ],
            sent => new RecordOutage(sent.Choice<LinkHolder>("holder"), sent.Moment("from"), sent.Moment("repairedAt"), sent.Words("reason"), sent.Mission)),
        new("send-link", typeof(ReissueLink), mou => Holders(mou).Count > 0,
            [new("holder", FieldForm.Choice) { Known = Enum.GetNames<LinkHolder>(), Offers = Holders }, Mission, Reason],
            sent => new ReissueLink(sent.Choice<LinkHolder>("holder"), sent.Mission, sent.Words("reason"))),
        new("propose-address", typeof(ProposeRecipient), mou => Holders(mou).Count > 0,
            [
                new("holder", FieldForm.Choice) { Known = Enum.GetNames<LinkHolder>(), Offers = Holders }, Mission, new("address", FieldForm.Address) { MaxLength = 254 },
                new("name", FieldForm.Line) { IsOptional = true, MaxLength = 200 }, Reason,
            ],
            sent => new ProposeRecipient(sent.Choice<LinkHolder>("holder"), EmailAddress.From(sent.Words("address")), sent.Words("name"), sent.Words("reason"), sent.Mission)),
        new("confirm-address", typeof(ConfirmRecipient), HasProposal, [Proposal, Reason],
            sent => new ConfirmRecipient(sent.Number("proposal"), sent.Words("reason"))),
        new("drop-address", typeof(DropRecipient), HasProposal, [Proposal, Reason],
            sent => new DropRecipient(sent.Number("proposal"), sent.Words("reason"))),
        .. OrchestrationActions.All,
        new("correct", typeof(Correct), mou => mou.Version > 0, [new("eventNumber", FieldForm.Number) { MaxLength = 6 }, new("words", FieldForm.Lines)],
            sent => new Correct(sent.Number("eventNumber"), sent.Words("words"))),
    ];

    private static bool HasProposal(Mou mou) => mou.Proposal is { } waiting && MouLifecycle.AskedAt(waiting.Holder, waiting.Mission, mou) is not null;

    public static CaseAction? Named(string name) => All.FirstOrDefault(action => action.Name == name);

    /// <summary>What leads anywhere in the case as it is; nothing for those who only read.</summary>
    public static IReadOnlyList<CaseAction> For(Role role, Mou mou) => [.. All.Where(action => action.IsFor(role) && action.IsOffered(mou))];

    /// <summary>The same, with what suits the case's orchestration as it is.</summary>
    public static IReadOnlyList<CaseAction> For(Role role, Mou mou, OrchestrationFound found) =>
        [.. For(role, mou).Where(action => action.Where is null || action.Where.Contains(found))];
}
