using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>One command of each kind, as it would be said of the sample.</summary>
internal static class EveryCommand
{
    public static readonly IReadOnlyList<MouCommand> Ones =
    [
        Sample.Create, new ReplaceDraft(Sample.Friendship, Sample.TextB), Sample.Submit, new ReopenText("Clause 2 has a slip."), Sample.Withdraw,
        Sample.Approve, new ReturnToDrafter(Sample.TextA, "Kim Dong-hyun", "Clause 2 costs too much."),
        Sample.CouncilPasses, new SkipCouncil(Sample.TextA, "Not within the ordinance."), Sample.NoObjection,
        new Acknowledge(1, "Marie Obame"), Sample.Accept, Sample.RequestChanges, Sample.Decline,
        new ReferToCapital(1, "Marie Obame"), new ExtendCapital(1, "Marie Obame"), new ReturnFromCapital(1, "Marie Obame"),
        new HandOver(1, "Marie Obame", new(new("GA"), new("colleague@gabon.example"), Language.French, "Paul Ella")),
        new CommentOnClause(1, Sample.TextA, "Marie Obame", 4, Language.French, "Who bears the cost?", "Chacun supporte ses frais."), new AnswerComment(1, CommentVerdict.Accepted, null),
        new CommentInCentralReview(Sample.TextA, "Han Seo-yun", 2, null, "Which budget?", null), new TakeBackComment(1, "Marie Obame"), new TakeBackCentralComment(1, "Han Seo-yun"),
        new AskForResend(1, "Marie Obame", "The second page is black."), new Resend(), new ResendToCentral(Sample.Ministry with { Address = new("right@ministry.example") }), new Remind(),
        new ExtendDeadline(Reminder.Review, 14, "A holiday in Libreville."), new RecordArrival(LinkHolder.Reviewer, Sample.Start.AddMinutes(30), Reason: "By its receipt."),
        new RecordOutage(LinkHolder.Reviewer, new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero), new(2026, 12, 3, 0, 0, 0, TimeSpan.Zero), "The mail server was down."),
        Sample.OpenSigning, new SetCeremony(Sample.TextA, Sample.Governor, Sample.Mayor, Sample.Ceremony), Sample.GovernorSigns,
        new RecordPaperSignatures(Sample.TextA, new(2026, 11, 2)), new KeepScan(Sample.ScanOfOurs), Sample.Notify,
        new ReleaseText(Sample.TextA), new WithholdText("A partner asked for it."),
        new Renew(new(2029, 1, 1), "외교-88"), new RefuseRenewal(Side.Counterparty, new(2026, 11, 2)), new Suspend("A flood."), new Resume("The flood is over."),
        new GiveNotice(Side.Counterparty, new(2027, 1, 31), "New priorities."), new Terminate("By letter of both."), new Supersede(new("mou_next")),
        new StartVariation(new("mou_variation")), new StartSubsidiary(new("mou_subsidiary")),
        new TakeUpVariation(new("mou_variation"), Sample.TextB, new(2026, 12, 1), new(new(2029, 11, 2), null)),
        new EndWithVaried(new("mou_varied"), new MouEvent.Expired(new(2027, 11, 2))),
        Sample.Hold, new Release("The successor is known."), new ConfirmSuccessor(new("46"), "Act no. 20000."),
        new ProposeRecipient(LinkHolder.Reviewer, new("ella@gabon.example"), "Paul Ella", "By their note no. 12."), new ConfirmRecipient(1, "By a call."), new DropRecipient(1, "A slip."),
        new NudgeOrchestration("It does not move.", OrchestrationFound.Running), new RetryEffect("0000000001-lists", true, "It kept failing.", OrchestrationFound.Running), new RetryMail("0000000002-mail", true, "The mail service is back.", OrchestrationFound.Running),
        new SuspendOrchestration("An outage of the mail service.", OrchestrationFound.Running), new ResumeOrchestration("It is over.", OrchestrationFound.Suspended),
        new RestartOrchestration("It was lost.", OrchestrationFound.Missing), new RewindOrchestration("The cause is mended.", OrchestrationFound.Failed),
        new ProposeOrchestrationEnd("It loops.", OrchestrationFound.Running), new ConfirmOrchestrationEnd(1, "Seen in the log.", OrchestrationFound.Running), new DropOrchestrationEnd(1, "It ended by itself."),
        new Correct(1, "The title has a slip."), new ReissueLink(LinkHolder.Reviewer, Reason: "The mail was deleted."), new PassTime(),
        new ReportUndeliveredMail("mail-1", LinkHolder.Reviewer, "550"),
    ];

    /// <summary>Further ways of saying some of them, which lead elsewhere.</summary>
    public static readonly IReadOnlyList<MouCommand> Variants =
    [
        Sample.CouncilPasses with { Result = CouncilResult.Rejected },
        Sample.NoObjection with { Answer = CentralAnswer.Comments, Words = "Clause 2." }, Sample.NoObjection with { Answer = CentralAnswer.Objection, Words = "Clause 2." },
        new AcceptText(1, Sample.TextA, "Ana Peña", new("DO")), new DeclineReview(1, Sample.TextA, "Ana Peña", null, true, new("DO")),
        new ReportUndeliveredMail("mail-1", LinkHolder.Reviewer, "550", null, new(1, Sample.Gabon.Address, false)),
        new ReportUndeliveredMail("mail-1", LinkHolder.CentralReviewer, "550", null, new(1, Sample.Ministry.Address, false)),
    ];

    public static MissionId? MissionOf(MouCommand? command) => command switch
    {
        Acknowledge c => c.Mission,
        AcceptText c => c.Mission,
        RequestChanges c => c.Mission,
        DeclineReview c => c.Mission,
        ReferToCapital c => c.Mission,
        ExtendCapital c => c.Mission,
        ReturnFromCapital c => c.Mission,
        HandOver c => c.To.Mission,
        AskForResend c => c.Mission,
        CommentOnClause c => c.Mission,
        TakeBackComment c => c.Mission,
        ReissueLink c => c.Mission,
        _ => null,
    };
}
