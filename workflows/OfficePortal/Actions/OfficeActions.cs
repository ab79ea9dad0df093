using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.OfficePortal.Actions.OpenMatters;

namespace LocalDiplomacy.Workflows.OfficePortal.Actions;

/// <summary>Every action with a form of this plain kind, in the order in which a page offers them.</summary>
public static class OfficeActions
{
    private static readonly ActionField Reason = new("reason", FieldForm.Lines);
    private static readonly ActionField Reference = new("reference", FieldForm.Line) { MaxLength = 200 };
    private static readonly ActionField On = new("on", FieldForm.Day);
    private static readonly ActionField Mission = new("mission", FieldForm.Mission) { IsOptional = true, MaxLength = 8, Offers = Asked };
    private static readonly ActionField By = new("by", FieldForm.Choice) { Known = Enum.GetNames<Side>() };

    public static readonly IReadOnlyList<CaseAction> All =
    [
        // Before the embassy.
        new("approve", typeof(ApproveInternally), In<Stage.InternalApproval>, [], sent => new ApproveInternally(sent.Text, sent.Actor)) { NeedsText = true },
        new("return", typeof(ReturnToDrafter), In<Stage.InternalApproval>, [Reason],
            sent => new ReturnToDrafter(sent.Text, sent.Actor, sent.Words("reason"))) { NeedsText = true },
        new("council-decision", typeof(RecordCouncilDecision), In<Stage.CouncilDecision>,
            [Line("session"), On, new("result", FieldForm.Choice) { Known = Enum.GetNames<CouncilResult>() }, Reference],
            sent => new RecordCouncilDecision(
                sent.Text, sent.Words("session"), sent.Day("on"), sent.Choice<CouncilResult>("result"), sent.Words("reference"))) { NeedsText = true },
        new("skip-council", typeof(SkipCouncil), In<Stage.CouncilDecision>, [Line("legalBasis", 300)],
            sent => new SkipCouncil(sent.Text, sent.Words("legalBasis"))) { NeedsText = true },

        // While others answer.
        new("answer-comment", typeof(AnswerComment), mou => mou.Stage is { IsEnd: false, Given: null } and not Stage.OnHold && mou.Unanswered.Any(),
            [
                new("comment", FieldForm.Number) { MaxLength = 4 }, new("verdict", FieldForm.Choice) { Known = Enum.GetNames<CommentVerdict>() },
                new("answer", FieldForm.Lines) { IsOptional = true },
            ],
            sent => new AnswerComment(sent.Number("comment"), sent.Choice<CommentVerdict>("verdict"), sent.Words("answer"))),
        new("resend", typeof(Resend), mou => Waiting(mou).Any(),
            [Mission with { Offers = mou => [.. Waiting(mou).Select(embassy => embassy.Mission.Value)] }],
            sent => new Resend(sent.Mission)),
        new("resend-central", typeof(ResendToCentral), mou => mou.Stage is Stage.CentralReview { UndeliveredAt: not null },
            [Line("central.name"), new("central.address", FieldForm.Address) { MaxLength = 254 }],
            sent => new ResendToCentral(new(sent.Words("central.name"), EmailAddress.From(sent.Words("central.address")), Language.Korean))),
        new("send-link", typeof(ReissueLink), mou => Holders(mou).Count > 0,
            [new("holder", FieldForm.Choice) { Known = Enum.GetNames<LinkHolder>(), Offers = Holders }, Mission],
            sent => new ReissueLink(sent.Choice<LinkHolder>("holder"), sent.Mission)),
        new("remind", typeof(Remind), mou => MouLifecycle.RemindersIn(mou).Count > 0, [], _ => new Remind()),
        new("extend-deadline", typeof(ExtendDeadline), mou => MouLifecycle.RunningIn(mou.Stage).Count > 0,
            [new("matter", FieldForm.Choice) { Known = Enum.GetNames<Reminder>(), Offers = Running }, Mission, new("days", FieldForm.Number) { MaxLength = 4 }, Reason],
            sent => new ExtendDeadline(sent.Choice<Reminder>("matter"), sent.Number("days"), sent.Words("reason"), sent.Mission)),
        new("record-arrival", typeof(RecordArrival), mou => Embassies(mou).Any(embassy => embassy is { IsOpen: true, ArrivedAt: null }),
            [Mission, new("at", FieldForm.Moment) { MaxLength = 40 }],
            sent => new RecordArrival(LinkHolder.Reviewer, sent.Moment("at"), sent.Mission)),
        new("record-outage", typeof(RecordOutage), mou => mou.Stage is Stage.UnderReview or Stage.CentralReview,
            [
                new("holder", FieldForm.Choice) { Known = [nameof(LinkHolder.Reviewer), nameof(LinkHolder.CentralReviewer)], Offers = Holders }, Mission,
                new("from", FieldForm.Moment) { MaxLength = 40 }, new("repairedAt", FieldForm.Moment) { MaxLength = 40 }, Reason,
            ],
            sent => new RecordOutage(sent.Choice<LinkHolder>("holder"), sent.Moment("from"), sent.Moment("repairedAt"), sent.Words("reason"), sent.Mission)),

        // Signing.
        new("set-ceremony", typeof(SetCeremony), mou => mou.Stage is Stage.Agreed
                or Stage.Signing { LocalGovernment: not SigningSide.Signed, Counterparty: not SigningSide.Signed },
            [
                Line("place"), On, new("time", FieldForm.Time) { IsOptional = true, MaxLength = 8 }, new("zone", FieldForm.Zone) { IsOptional = true, MaxLength = 64 },
                Line("localGovernment.name"), Line("localGovernment.office"), Line("localGovernment.authority") with { IsOptional = true },
                Line("counterparty.name"), Line("counterparty.office"), Line("counterparty.authority") with { IsOptional = true },
                new("witnesses", FieldForm.Lines) { IsOptional = true },
            ],
            sent => new SetCeremony(
                sent.Text, sent.SignerOf(Side.LocalGovernment, "localGovernment"), sent.SignerOf(Side.Counterparty, "counterparty"),
                sent.Ceremony)) { NeedsText = true },
        new("record-signatures", typeof(RecordPaperSignatures), mou => mou.Stage is Stage.Signing { Mode: SigningMode.OnPaper }, [new("signedOn", FieldForm.Day)],
            sent => new RecordPaperSignatures(sent.Text, sent.Day("signedOn"))) { NeedsText = true },
        new("record-notification", typeof(RecordNotification), mou => mou.Stage is Stage.Signed { Notify: not null }, [Reference, On],
            sent => new RecordNotification(sent.Words("reference"), sent.Day("on"))),
        new("reopen", typeof(ReopenText), mou => mou.Stage is Stage.InternalApproval or Stage.CouncilDecision or Stage.CentralReview or Stage.Agreed or Stage.Signing,
            [Reason], sent => new ReopenText(sent.Words("reason"))),

        // After the signature.
        new("release-text", typeof(ReleaseText), mou => mou.Stage is { Given: not null } and not Stage.OnHold && !mou.IsTextReleased, [],
            sent => new ReleaseText(sent.Text)) { NeedsText = true },
        new("withhold-text", typeof(WithholdText), mou => mou.Stage is { Given: not null } and not Stage.OnHold && mou.IsTextReleased, [Reason],
            sent => new WithholdText(sent.Words("reason"))),
        new("renew", typeof(Renew), mou => mou.Stage is Stage.InEffect { Instrument.EndsOn: not null }, [new("until", FieldForm.Day), Reference],
            sent => new Renew(sent.Day("until"), sent.Words("reference"))),
        new("refuse-renewal", typeof(RefuseRenewal),
            mou => mou.Stage is Stage.InEffect { WillNotRenew: false, Instrument: { EndsOn: not null, Renewal: not null } }, [By, new("notifiedOn", FieldForm.Day)],
            sent => new RefuseRenewal(sent.Choice<Side>("by"), sent.Day("notifiedOn"))),
        new("suspend", typeof(Suspend), In<Stage.InEffect>, [Reason], sent => new Suspend(sent.Words("reason"))),
        new("resume", typeof(Resume), In<Stage.Suspended>, [Reason], sent => new Resume(sent.Words("reason"))),
        new("give-notice", typeof(GiveNotice), mou => mou.Stage is Stage.InEffect or Stage.Suspended, [By, new("endsOn", FieldForm.Day), Reason],
            sent => new GiveNotice(sent.Choice<Side>("by"), sent.Day("endsOn"), sent.Words("reason"))),
        new("supersede", typeof(Supersede), mou => mou.Stage is Stage.InEffect or Stage.Suspended or Stage.NoticeGiven,
            [new("other", FieldForm.OtherMou) { MaxLength = 300 }], sent => new Supersede(sent.Other)),
        new("terminate", typeof(Terminate), mou => mou.Stage is Stage.Signed or Stage.InEffect or Stage.Suspended or Stage.NoticeGiven, [Reason],
            sent => new Terminate(sent.Words("reason"))),

        // At any time.
        new("correct", typeof(Correct), mou => mou.Version > 0, [new("eventNumber", FieldForm.Number) { MaxLength = 6 }, new("words", FieldForm.Lines)],
            sent => new Correct(sent.Number("eventNumber"), sent.Words("words"))),
    ];

    public static CaseAction? Named(string name) => All.FirstOrDefault(action => action.Name == name);

    /// <summary>What somebody can do with a case now: theirs by role, and of use in its stage.</summary>
    public static IReadOnlyList<CaseAction> For(Role role, Mou mou) => [.. All.Where(action => action.IsFor(role) && action.IsOffered(mou))];

    private static bool In<TStage>(Mou mou) where TStage : Stage => mou.Stage is TStage;

    private static ActionField Line(string name, int longest = 200) => new(name, FieldForm.Line) { MaxLength = longest };
}
