using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>
/// A case to which anything happens: mostly what fits its stage, often what does not, by whoever it belongs to or by somebody
/// else, and with a clock that stands, walks or leaps. The same seed plays the same case.
/// </summary>
internal sealed class RandomPlay(int seed)
{
    private static readonly MissionId[] Missions = [new("GA"), new("DO")];
    private readonly Random _random = new(seed);
    private readonly List<RecordedEvent> _events = [];

    public Mou Mou { get; private set; } = Mou.NotBegun(Sample.Id);

    public DateTimeOffset Now { get; private set; } = Sample.Start;

    public IReadOnlyList<RecordedEvent> Events => _events;

    public void Record(Actor by, IReadOnlyList<MouEvent> happened)
    {
        foreach (var one in happened)
        {
            var recorded = new RecordedEvent(Mou.Version + 1, Now, by, one);
            Mou = MouLifecycle.Evolve(Mou, recorded);
            _events.Add(recorded);
        }
    }

    public (MouCommand Command, Actor By) Next()
    {
        PassTime();
        var command = Chance(75) ? Fitting() : Any();
        var by = Chance(97) ? Sample.ActorFor(command) : Sample.ActorIn(Pick(Enum.GetValues<Role>()), command);
        // After a merger the office is another one.
        if (by is Actor.ApiClient client && Mou.Stage is not Stage.NotBegun) by = client with { Office = Mou.Office };
        if (by is Actor.OfficeMember member && Mou.Stage is not Stage.NotBegun) by = member with { Office = Mou.Office };
        return (command, by);
    }

    private void PassTime()
    {
        Now += Pick([TimeSpan.Zero, TimeSpan.FromMinutes(7), TimeSpan.FromHours(5), TimeSpan.FromDays(1), TimeSpan.FromDays(Chance(10) ? 400 : 9)]);
        if (Chance(15) && Mou.Stage is not Stage.NotBegun && WhatFellDue.Next(Mou) is { } due && due > Now) Now = due;
    }

    private MouCommand Fitting() => Mou.Stage.Live switch
    {
        _ when Mou.Stage is Stage.OnHold => Pick<MouCommand>([new Release("The successor is known."), new ConfirmSuccessor(new(Pick(["46", "47"])), "Act no. 20000.")]),
        Stage.NotBegun => new CreateDraft(Sample.Gyeongbuk, Particulars(), Sample.TextA, Pick([null, AssociationSettings.Default, Sample.EveryStep, Binding()])),
        Stage.Drafting when Chance(80) && Mou.Unanswered.Any() => new AnswerComment(Mou.Unanswered.First().Number, Pick(Enum.GetValues<CommentVerdict>()), Pick(["So.", null])),
        Stage.Drafting => Chance(70) ? Submit() : new ReplaceDraft(Particulars(), Text()),
        Stage.InternalApproval => Chance(80) ? new ApproveInternally(Mou.Text, "Kim") : new ReturnToDrafter(Mou.Text, "Kim", "Too dear."),
        Stage.CouncilDecision => Chance(75)
            ? new RecordCouncilDecision(Mou.Text, Pick(["352", "353"]), Today, Pick([CouncilResult.Passed, CouncilResult.Passed, CouncilResult.Rejected]), "118")
            : new SkipCouncil(Mou.Text, "Not needed."),
        Stage.CentralReview review when Chance(30) => Chance(50)
            ? new ReportUndeliveredMail("mail", LinkHolder.CentralReviewer, "550", null, new(review.Round, review.Desk.Address, false))
            : new ResendToCentral(Sample.Ministry with { Address = new(Pick(["d@x.example", "e@x.example"])) }),
        Stage.CentralReview when Chance(25) => new CommentInCentralReview(Mou.Text, "Han", _random.Next(0, 5), null, Pick(["Why?", null]), null),
        Stage.CentralReview when Mou.Comments.Count > 0 && Chance(20) => new TakeBackCentralComment(Pick(Mou.Comments).Number, "Han"),
        Stage.CentralReview => Chance(30) ? new PassTime() : new AnswerCentralReview(Mou.Text, Pick(Enum.GetValues<CentralAnswer>()), "Han", "Clause 2."),
        Stage.UnderReview => AtEmbassy(),
        Stage.Agreed => Chance(60) ? OpenSigning() : SetCeremony(),
        Stage.Signing { Mode: SigningMode.OnPaper } => Chance(80) ? new RecordPaperSignatures(Mou.Text, Today) : SetCeremony(),
        Stage.Signing => Chance(80) ? Sign() : Pick<MouCommand>([OpenSigning(), new ReopenText("A slip."), new PassTime()]),
        { Given: { } given } when Chance(4) => Mou.IsTextReleased ? new WithholdText("A slip.") : new ReleaseText(given.Text),
        Stage.Signed when Mou.NeedsScan(Side.Counterparty) && Chance(50) => new KeepScan(Sample.ScanOfTheirs),
        Stage.Signed when Mou.NeedsScan(Side.LocalGovernment) && Chance(50) => new KeepScan(Sample.ScanOfOurs),
        Stage.Signed => Chance(20) ? new KeepScan(new(new(new string(Pick(['1', '2', '3']), 64)), ScanForm.Pdf, 1000, Pick(Enum.GetValues<Side>()))) : Chance(60) ? new RecordNotification("1204", Today) : new PassTime(),
        _ => AfterSignature(),
    };

    private MouCommand AtEmbassy()
    {
        var (round, mission, name) = (Mou.Rounds.Count, Pick([.. Missions, (MissionId?)null]), "Marie");
        if (Mou.Comments.Count > 0 && Chance(10)) return new TakeBackComment(Pick(Mou.Comments).Number, name, mission);
        return _random.Next(20) switch
        {
            0 => new Acknowledge(round, name, mission),
            1 => new RequestChanges(round, Mou.Text, name, "Clause 4.", Chance(50), mission),
            2 => new DeclineReview(round, Mou.Text, name, null, true, mission),
            3 => new ReferToCapital(round, name, mission),
            4 => new ExtendCapital(round, name, mission),
            5 => new ReturnFromCapital(round, name, mission),
            6 => new HandOver(round, name, new(mission ?? Missions[0], new(Pick(["a@x.example", "b@x.example"])), Language.French, "Paul")),
            7 => new AskForResend(round, name, "Page 2.", mission),
            8 => new Resend(mission),
            9 => new RecordArrival(LinkHolder.Reviewer, Now - TimeSpan.FromHours(_random.Next(50)), mission),
            10 => new RecordOutage(LinkHolder.Reviewer, Now, Now + TimeSpan.FromDays(_random.Next(40)), "Down.", mission),
            18 => new CommentOnClause(round, Mou.Text, name, _random.Next(0, 5), Pick([null, (Language?)Language.French]), Pick(["Why?", null]), Pick(["Autrement.", null]), mission),
            19 when Mou.Comments.Count > 0 => new AnswerComment(Pick(Mou.Comments).Number, Pick(Enum.GetValues<CommentVerdict>()), Pick(["So.", null])),
            16 => new ReportUndeliveredMail("mail", LinkHolder.Reviewer, "550", mission, new(round, AddressOf(mission), Chance(50))),
            17 => new Resend(mission, new(mission ?? Missions[0], new(Pick(["a@x.example", "c@x.example"])), Language.French)),
            11 => new ExtendDeadline(Pick([Reminder.Review, Reminder.Acknowledgement]), _random.Next(1, 30), "Holidays.", mission),
            _ => new AcceptText(round, Mou.Text, name, mission),
        };
    }

    private EmailAddress AddressOf(MissionId? mission) =>
        (Mou.Stage.Live as Stage.UnderReview)?.Of(mission ?? Missions[0])?.Reviewer.Address ?? new("nobody@x.example");

    private MouCommand AfterSignature() => _random.Next(16) switch
    {
        0 => new Renew(Today.AddMonths(_random.Next(40)), "88"),
        1 => new RefuseRenewal(Pick(Enum.GetValues<Side>()), Today),
        2 => new Suspend("A flood."),
        3 or 4 => new Resume("It is over."),
        5 => new GiveNotice(Pick(Enum.GetValues<Side>()), Today.AddDays(_random.Next(200)), "Priorities."),
        6 => new Terminate("By letter."),
        7 => new Supersede(new("mou_next")),
        8 => new StartVariation(new("mou_variation")),
        9 => new StartSubsidiary(new("mou_subsidiary")),
        10 => new TakeUpVariation(new(Pick(["mou_variation", "mou_other"])), Text(), Today, Pick([null, new VariedTerm(Today.AddDays(_random.Next(-20, 600)), Pick([null, new RenewalClause(3, 1)]))])),
        11 => new EndWithVaried(new("mou_varied"), new MouEvent.Expired(Today)),
        _ => new PassTime(),
    };

    private MouCommand Any() => _random.Next(12) switch
    {
        0 => new Hold(Pick(["A merger.", "An abolition."])),
        1 => new Release("The successor is known."),
        2 => new Withdraw("The visit is off."),
        3 => new ReopenText("A slip."),
        4 => new ExtendDeadline(Pick(Enum.GetValues<Reminder>()), _random.Next(-2, 400), "A reason."),
        5 => Pick<MouCommand>(
        [
            new ReissueLink(Pick(Enum.GetValues<LinkHolder>())), new ProposeRecipient(Pick(Enum.GetValues<LinkHolder>()), new(Pick(["a@x.example", "b@x.example"])), null, "A call."),
            new DropRecipient(Mou.Proposal?.Number ?? 1, "A slip."), new Remind(),
        ]),
        6 or 7 or 8 => new PassTime(),
        _ => Pick(EveryCommand.Ones),
    };

    private static AssociationSettings Binding() =>
        Sample.EveryStep with { Kinds = [.. Sample.EveryStep.Kinds.Select(kind => kind with { CentralReview = CentralReviewMode.Binding })] };

    private Particulars Particulars() => Sample.Friendship with
    {
        OtherMissions = Pick<IReadOnlyList<EmbassyPart>?>([null, [new(Missions[1], Pick(Enum.GetValues<EmbassyRole>()))]]),
        Term = Pick([null, new Term(null, 12, null, new(12, 3)), new Term(null, 4, null, null), new Term(Today.AddDays(30), null, Today.AddDays(500), new(1, 0))]),
    };

    private SubmitDraft Submit() => new(
        Chance(95) ? Mou.Text : Text(), new(Missions[0], new("a@x.example"), Language.French), [new(Missions[1], new("b@x.example"), Language.Spanish)], Sample.Ministry);

    private OpenSigning OpenSigning() => new(Mou.Text, Sample.Governor, Sample.Mayor with { Name = Pick(["Eugène", "Anne"]) }, Sample.Agreement);

    private SetCeremony SetCeremony() => new(Mou.Text, Sample.Governor, Sample.Mayor, Sample.Ceremony with { On = Today });

    private SignText Sign() => new(Pick(Enum.GetValues<Side>()), Mou.Text, "A name", "An office", "I sign.");

    private TextHash Text() => Pick([Sample.TextA, Sample.TextB]);

    private DateOnly Today => SeoulTime.DayOf(Now);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
