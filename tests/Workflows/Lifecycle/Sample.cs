using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Fixed facts for tests. States are made by replaying events, so none is impossible.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly MouId Id = new("mou_sample");
    public static readonly LocalGovernmentId Gyeongbuk = new("47");
    public static readonly TextHash TextA = new(new string('a', 64));
    public static readonly TextHash TextB = new(new string('b', 64));
    public static readonly Reviewer Gabon = new(new("GA"), new("review@gabon.example"), Language.French);
    public static readonly Reviewer Dominica = new(new("DO"), new("review@dominicana.example"), Language.Spanish);
    public static readonly CentralDesk Ministry = new("외교부 담당관", new("desk@ministry.example"), Language.Korean);
    public static readonly Signer Governor = new(Side.LocalGovernment, "Lee Cheol-woo", "Governor", new("governor@gyeongbuk.example"), Language.Korean);
    public static readonly Signer Mayor = new(Side.Counterparty, "Eugène Mba", "Maire", new("maire@libreville.example"), Language.French);
    public static readonly ElectronicSigningAgreement Agreement = new("By letter of 1 December 2026.");
    public static readonly Ceremony Ceremony = new("Andong", new(2026, 11, 2), [new("Marie Obame", "Ambassador")]);

    public static readonly Scan ScanOfOurs = new(new(new string('5', 64)), ScanForm.Pdf, 120_000, Side.LocalGovernment);
    public static readonly Scan ScanOfTheirs = new(new(new string('6', 64)), ScanForm.Tiff, 340_000, Side.Counterparty);

    public static readonly Particulars Friendship = new(
        MouKind.Friendship,
        LocalizedText.Of((Language.Korean, "우호협력 양해각서"), (Language.French, "Protocole d’entente")),
        new(LocalizedText.Of((Language.French, "Ville de Libreville")), "GA", LocalizedText.Empty),
        new("GA"),
        [CooperationField.CultureAndArts],
        [Language.Korean, Language.French],
        null);

    /// <summary>A year from the day of the signature on, renewed by a year each unless notice is given three months before.</summary>
    public static readonly Particulars OneYear = Friendship with { Term = new(null, 12, null, new(12, 3)) };

    public static readonly Particulars TwoEmbassies = Friendship with { OtherMissions = [new(new("DO"), EmbassyRole.Witness)] };

    /// <summary>The defaults, and Seoul's rule: the council decides on ties of friendship too.</summary>
    public static readonly AssociationSettings EveryStep = AssociationSettings.Default with
    {
        CouncilRules = [new(Gyeongbuk, MouKind.Friendship, new(true, "An ordinance"))],
    };

    public static readonly MouCommand.CreateDraft Create = new(Gyeongbuk, Friendship, TextA);
    public static readonly MouCommand.CreateDraft CreateWithSteps = new(Gyeongbuk, OneYear, TextA, EveryStep);
    public static readonly MouCommand.SubmitDraft Submit = new(TextA, Gabon, [Dominica], Ministry);
    public static readonly MouCommand.ApproveInternally Approve = new(TextA, "Kim Dong-hyun");
    public static readonly MouCommand.RecordCouncilDecision CouncilPasses = new(TextA, "제352회 임시회", new(2026, 11, 2), CouncilResult.Passed, "2026-118");
    public static readonly MouCommand.AnswerCentralReview NoObjection = new(TextA, CentralAnswer.NoObjection, "Han Seo-yun", null);
    public static readonly MouCommand.AcceptText Accept = new(1, TextA, "Marie Obame");
    public static readonly MouCommand.RequestChanges RequestChanges = new(1, TextA, "Marie Obame", "Clause 4 is unclear.", true);
    public static readonly MouCommand.DeclineReview Decline = new(1, TextA, "Marie Obame", null, true);
    public static readonly MouCommand.OpenSigning OpenSigning = new(TextA, Governor, Mayor, Agreement);
    public static readonly MouCommand.SignText GovernorSigns = new(Side.LocalGovernment, TextA, "Lee Cheol-woo", "Governor", "I sign.");
    public static readonly MouCommand.SignText MayorSigns = new(Side.Counterparty, TextA, "Eugène Mba", "Maire", "Je signe.");
    public static readonly MouCommand.RecordNotification Notify = new("외교-1204", new(2026, 11, 2));
    public static readonly MouCommand.Withdraw Withdraw = new("The visit is off.");
    public static readonly MouCommand.Hold Hold = new("The district was merged.");

    private static readonly MouCommand[] ToTheEmbassy = [CreateWithSteps, Submit, Approve, CouncilPasses, NoObjection];
    private static readonly MouCommand[] ToBothSignatures = [.. ToTheEmbassy, Accept, OpenSigning, GovernorSigns, MayorSigns];
    private static readonly MouCommand[] ToEffect = [.. ToBothSignatures, Notify];

    /// <summary>One MOU in every stage, each by the commands that lead there, a minute apart.</summary>
    public static readonly IReadOnlyDictionary<StageName, Mou> InStage = new Dictionary<StageName, Mou>
    {
        [StageName.NotBegun] = After(),
        [StageName.Draft] = After(Create),
        [StageName.InternalApproval] = After(CreateWithSteps, Submit),
        [StageName.CouncilDecision] = After(CreateWithSteps, Submit, Approve),
        [StageName.CentralReview] = After(CreateWithSteps, Submit, Approve, CouncilPasses),
        [StageName.UnderReview] = After(Create, Submit),
        [StageName.Agreed] = After(Create, Submit, Accept),
        [StageName.Signing] = After(Create, Submit, Accept, OpenSigning),
        [StageName.Signed] = After(ToBothSignatures),
        [StageName.InEffect] = After(ToEffect),
        [StageName.Suspended] = After([.. ToEffect, new MouCommand.Suspend("A flood.")]),
        [StageName.NoticeGiven] = After([.. ToEffect, new MouCommand.GiveNotice(Side.Counterparty, new(2027, 1, 31), "New priorities.")]),
        [StageName.Expired] = Expire(),
        [StageName.Terminated] = After([.. ToEffect, new MouCommand.Terminate("By letter of both.")]),
        [StageName.Superseded] = After([.. ToEffect, new MouCommand.Supersede(new("mou_next"))]),
        [StageName.Declined] = After(Create, Submit, Decline),
        [StageName.Blocked] = Block(),
        [StageName.Withdrawn] = After(Create, Withdraw),
        [StageName.OnHold] = After(Create, Submit, Hold),
    };

    /// <summary>Further states in which a command leads elsewhere than in <see cref="InStage"/>.</summary>
    public static readonly IReadOnlyList<Mou> Variants =
    [
        After(CreateWithSteps), Binding(), After(Create, Submit, Accept, OpenSigning, MayorSigns),
        After([.. ToTheEmbassy, Accept, OpenSigning, MayorSigns]), After(Create, Submit, Accept, new MouCommand.SetCeremony(TextA, Governor, Mayor, Ceremony)),
        After([.. ToTheEmbassy, Accept, new MouCommand.SetCeremony(TextA, Governor, Mayor, Ceremony), new MouCommand.RecordPaperSignatures(TextA, new(2026, 11, 2))]),
        After([.. ToTheEmbassy, new MouCommand.ReferToCapital(1, "Marie Obame")]), After([.. ToTheEmbassy, new MouCommand.AskForResend(1, "Marie Obame", "Page 2.")]),
        After(Create with { Particulars = TwoEmbassies }, Submit),
        After(Create, Submit, new MouCommand.CommentOnClause(1, TextA, "Marie Obame", 4, null, "Who bears the cost?", null)),
        After(Create, Submit, new MouCommand.CommentOnClause(1, TextA, "Marie Obame", 4, null, "Who bears the cost?", null), RequestChanges),
        After(CreateWithSteps, Submit, Approve, CouncilPasses, new MouCommand.CommentInCentralReview(TextA, "Han Seo-yun", 2, null, "Which budget?", null)),
        After([.. ToTheEmbassy, new MouCommand.ReportUndeliveredMail("mail-1", LinkHolder.Reviewer, "550", null, new(1, Gabon.Address, false))]),
        After(CreateWithSteps, Submit, Approve, CouncilPasses, new MouCommand.ReportUndeliveredMail("mail-1", LinkHolder.CentralReviewer, "550", null, new(1, Ministry.Address, false))),
        After([.. ToEffect, new MouCommand.RefuseRenewal(Side.LocalGovernment, new(2026, 11, 2))]),
        After([CreateWithSteps with { Particulars = Friendship with { Term = new(new(2027, 1, 1), 12, null, null) } }, .. ToEffect[1..]]),
    ];

    public static Mou After(params MouCommand[] commands) =>
        commands.Aggregate(Mou.NotBegun(Id), (mou, command) => Carry(mou, command, Start.AddMinutes(mou.Version)));

    /// <summary>Decides and records; fails the test where the command is refused.</summary>
    public static Mou Carry(Mou mou, MouCommand command, DateTimeOffset at) => Carry(mou, command, ActorFor(command), at);

    /// <summary>Decides for this actor and records; fails the test where the command is refused.</summary>
    public static Mou Carry(Mou mou, MouCommand command, Actor by, DateTimeOffset at) =>
        Events(MouLifecycle.Decide(command, by, mou, at))
            .Aggregate(mou, (state, happened) => MouLifecycle.Evolve(state, new(state.Version + 1, at, by, happened)));

    public static IReadOnlyList<MouEvent> Events(Decision decision) => Assert.IsType<Decision.Events>(decision).New;

    public static Refusal Refused(Decision decision) => Assert.IsType<Decision.Refused>(decision).Why;

    /// <summary>Whoever this command belongs to.</summary>
    public static Actor ActorFor(MouCommand command) => ActorIn(WhoMayDo.Table[command.GetType()][0], command);

    /// <summary>Somebody of that role, of the sample's own office, mission and sides.</summary>
    public static Actor ActorIn(Role role, MouCommand? command = null) => role switch
    {
        Role.Drafter => new Actor.ApiClient(Gyeongbuk, "key", "tests"),
        Role.HeadOfOffice or Role.CouncilClerk => new Actor.OfficeMember(Gyeongbuk, "p" + role, "Kim Dong-hyun", role),
        Role.MinistryReviewer => new Actor.MinistryReviewer("Han Seo-yun"),
        Role.EmbassyOfficer => new Actor.EmbassyOfficer(EveryCommand.MissionOf(command) ?? new("GA"), "Marie Obame"),
        Role.LocalGovernmentSigner => new Actor.SigningPerson(command is MouCommand.SignText { Side: var side } ? side : Side.LocalGovernment, "Lee Cheol-woo"),
        Role.CounterpartySigner => new Actor.SigningPerson(Side.Counterparty, "Eugène Mba"),
        Role.Witness => new Actor.CeremonyWitness("Marie Obame"),
        Role.Desk or Role.Operator or Role.Auditor => new Actor.AssociationMember("p9", "Lee Seo-yeon", role),
        Role.Public => new Actor.Public(),
        Role.Clock => new Actor.Clock(),
        Role.MailService => new Actor.MailService(),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private static Mou Expire()
    {
        var mou = Carry(InEffectNow(), new MouCommand.RefuseRenewal(Side.LocalGovernment, new(2026, 11, 2)), Start.AddHours(1));
        while (mou.Stage is Stage.InEffect) mou = Carry(mou, new MouCommand.PassTime(), WhatFellDue.Next(mou)!.Value);
        return mou;
    }

    private static Mou InEffectNow() => After(ToEffect);

    private static Mou Block() => Carry(
        Binding(), new MouCommand.AnswerCentralReview(TextA, CentralAnswer.Objection, "Han Seo-yun", "Clause 2 binds the state."), Start.AddHours(1));

    private static Mou Binding()
    {
        var binding = EveryStep with { Kinds = [.. EveryStep.Kinds.Select(kind => kind with { CentralReview = CentralReviewMode.Binding })] };
        return After(CreateWithSteps with { Settings = binding }, Submit, Approve, CouncilPasses);
    }
}
