using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>A case as its commands made it: only what the lifecycle allows can stand on a page.</summary>
public sealed class SampleCase
{
    public static readonly DateTimeOffset Start = new(2026, 11, 11, 1, 30, 0, TimeSpan.Zero);

    public static readonly LocalGovernment Office = new(
        new("47"), 1, LocalizedText.Of((Language.Korean, "경상북도"), (Language.English, "Gyeongsangbuk-do")), null, null);

    public static readonly Mission Mission = new(
        new("GA"),
        LocalizedText.Of((Language.Korean, "가봉"), (Language.English, "Gabon"), (Language.French, "Gabon"), (Language.Spanish, "Gabón")),
        LocalizedText.Of((Language.Korean, "주한 가봉 대사관"), (Language.English, "Embassy of Gabon"), (Language.French, "Ambassade du Gabon"), (Language.Spanish, "Embajada de Gabón")),
        "AFRICA_MIDDLE_EAST", new("review@gabon.example"), Language.French, "Africa/Libreville");

    public static readonly Person Officer = new(
        "p1", new("47"), "Kim Ji-young", "Officer, International Relations", new("officer@gyeongbuk.example"), Language.Korean, PersonRole.Drafter);

    public static readonly Person Administrator = new("p9", null, "Lee Seo-yeon", "Desk", new("desk@garok.example"), Language.Korean, PersonRole.Administrator);

    public static readonly Signer Governor = new(Side.LocalGovernment, "Lee Cheol-woo", "Governor of Gyeongsangbuk-do", new("governor@gyeongbuk.example"), Language.Korean);
    public static readonly Signer Mayor = new(Side.Counterparty, "Eugène Mba", "Maire de Libreville", new("maire@libreville.example"), Language.French);

    private static readonly Actor.OfficeMember office = new(new("47"), "p1", "Kim Ji-young");
    private static readonly Actor.EmbassyOfficer embassy = new(new("GA"), "Jean-Baptiste Ndong");

    private readonly List<RecordedEvent> events = [];

    public Mou Mou { get; private set; } = Mou.NotBegun(new("c0ffee00c0ffee00c0ffee00"));

    public IReadOnlyList<RecordedEvent> Events => events;

    public DateTimeOffset Now { get; private set; } = Start;

    public static Particulars Particulars { get; } = new(
        MouKind.Friendship, SampleTexts.Title,
        new(
            LocalizedText.Of((Language.Korean, "리브르빌시"), (Language.English, "City of Libreville"), (Language.French, "Ville de Libreville")), "GA",
            LocalizedText.Of((Language.English, "Libreville"))),
        new("GA"), [CooperationField.CultureAndArts, CooperationField.YouthAndEducation], [Language.Korean, Language.English, Language.French], null);

    public static SampleCase Drafted(Particulars? particulars = null) =>
        new SampleCase().Do(office, new MouCommand.CreateDraft(new("47"), particulars ?? Particulars, SampleTexts.HashOf(SampleTexts.First)));

    /// <summary>The association's defaults, and a council that decides on ties of friendship.</summary>
    private static readonly AssociationSettings everyStep = AssociationSettings.Default with
    {
        CouncilRules = [new(new("47"), MouKind.Friendship, new(true, "경상북도 국제교류 조례 제5조"))],
    };

    private static readonly CentralDesk ministry = new("외교부 지방외교 담당관", new("desk@ministry.example"), Language.Korean);

    public static SampleCase InApproval() => new SampleCase()
        .Do(office, new MouCommand.CreateDraft(new("47"), Particulars with { Term = new(null, 12, null, new(12, 3)) }, SampleTexts.HashOf(SampleTexts.First), everyStep))
        .Submit();

    public static SampleCase AtCouncil() => InApproval().With(mou => new MouCommand.ApproveInternally(mou.Text, "Kim Dong-hyun"));

    public static SampleCase InCentralReview() => AtCouncil()
        .With(mou => new MouCommand.RecordCouncilDecision(mou.Text, "제352회 임시회", new(2026, 11, 11), CouncilResult.Passed, "2026-118"));

    public static SampleCase ReviewedWithSteps() => InCentralReview()
        .With(mou => new MouCommand.AnswerCentralReview(mou.Text, CentralAnswer.NoObjection, "Han Seo-yun", null));

    /// <summary>Acknowledged, referred, extended, handed over, sent again, accepted and signed.</summary>
    public static SampleCase SignedWithSteps() => ReviewedWithSteps()
        .With(_ => new MouCommand.Acknowledge(1, embassy.Name))
        .With(_ => new MouCommand.ReferToCapital(1, embassy.Name)).With(_ => new MouCommand.ExtendCapital(1, embassy.Name))
        .With(_ => new MouCommand.ReturnFromCapital(1, embassy.Name))
        .With(_ => new MouCommand.HandOver(1, embassy.Name, new(new("GA"), new("ella@gabon.example"), Language.French, "Paul Ella")))
        .With(_ => new MouCommand.AskForResend(1, "Paul Ella", "The second page is black.")).With(_ => new MouCommand.Resend())
        .With(_ => new MouCommand.ExtendDeadline(Reminder.Review, 14, "A holiday in Libreville."))
        .With(mou => new MouCommand.AcceptText(1, mou.Text, "Paul Ella"))
        .With(mou => new MouCommand.SetCeremony(mou.Text, Governor, Mayor, new("Andong", new(2026, 11, 12), [])))
        .Wait(TimeSpan.FromDays(2)).With(mou => new MouCommand.RecordPaperSignatures(mou.Text, new(2026, 11, 12)));

    private static readonly Scan ours = new(new("5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"), ScanForm.Pdf, 2_621_440, Side.LocalGovernment);
    private static readonly Scan theirs = new(new("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"), ScanForm.Tiff, 9_437_184, Side.Counterparty);

    public static SampleCase Notified() => SignedWithSteps().With(_ => new MouCommand.KeepScan(ours)).With(_ => new MouCommand.KeepScan(theirs)).With(_ => new MouCommand.RecordNotification("외교-1204", new(2026, 11, 12)));

    /// <summary>Renewed, suspended, held up and released, and ended by notice.</summary>
    public static SampleCase InEffectForLong() => Notified()
        .With(_ => new MouCommand.Renew(new(2029, 1, 1), "외교-88")).With(_ => new MouCommand.StartVariation(new("mou_variation")))
        .With(_ => new MouCommand.RefuseRenewal(Side.Counterparty, new(2026, 11, 12)))
        .With(_ => new MouCommand.Suspend("A flood.")).With(_ => new MouCommand.Resume("The flood is over."))
        .ByDesk(new MouCommand.Hold("The district was merged.")).ByDesk(new MouCommand.ConfirmSuccessor(new("46"), "Act no. 20000.")).ByDesk(new MouCommand.ConfirmSuccessor(new("47"), "A slip of the hand."))
        .ByDesk(new MouCommand.Release("The successor is known."))
        .With(_ => new MouCommand.Correct(1, "The title has a slip."))
        .With(_ => new MouCommand.GiveNotice(Side.Counterparty, new(2027, 1, 31), "New priorities."))
        .With(_ => new MouCommand.Terminate("By letter of both."));

    /// <summary>A variation took effect that gave it two years more.</summary>
    public static SampleCase Varied() => Notified().With(_ => new MouCommand.StartVariation(new("c0ffee00c0ffee00c0ffee01"))).Do(
        new Actor.Clock(), new MouCommand.TakeUpVariation(new("c0ffee00c0ffee00c0ffee01"), SampleTexts.HashOf(SampleTexts.Second), new(2026, 11, 12), new(new(2029, 11, 11), null)));

    public static SampleCase Suspended() => Notified().With(_ => new MouCommand.Suspend("A flood has closed the roads to the partner city."));

    /// <summary>Of the embassy that witnesses beside the leading one in <see cref="SeveralEmbassies"/>.</summary>
    public static readonly Mission OtherMission = new(
        new("FR"),
        LocalizedText.Of((Language.Korean, "프랑스"), (Language.English, "France"), (Language.French, "France"), (Language.Spanish, "Francia")),
        LocalizedText.Of((Language.Korean, "주한 프랑스 대사관"), (Language.English, "Embassy of France"), (Language.French, "Ambassade de France"), (Language.Spanish, "Embajada de Francia")),
        "EUROPE", new("review@france.example"), Language.French, "Europe/Paris");

    public static SampleCase SeveralEmbassies() => Drafted(Particulars with { OtherMissions = [new(OtherMission.Id, EmbassyRole.Witness)] })
        .With(mou => new MouCommand.SubmitDraft(mou.Text, new(new("GA"), new("review@gabon.example"), Language.French), [new(OtherMission.Id, new("review@france.example"), Language.French)]));

    public static SampleCase LeadingEmbassyAccepted() => SeveralEmbassies().ByEmbassy(mou => new MouCommand.AcceptText(1, mou.Text, embassy.Name));

    public static SampleCase Acknowledged() => UnderReview().ByEmbassy(_ => new MouCommand.Acknowledge(1, embassy.Name));

    public static SampleCase AtCapital() => UnderReview().ByEmbassy(_ => new MouCommand.ReferToCapital(1, embassy.Name));

    public static SampleCase CapitalExtended() => AtCapital().ByEmbassy(_ => new MouCommand.ExtendCapital(1, embassy.Name));

    public static SampleCase HandedOver() => UnderReview()
        .ByEmbassy(_ => new MouCommand.HandOver(1, embassy.Name, new(new("GA"), new("ella@gabon.example"), Language.French, "Paul Ella")));

    public static SampleCase ResendAsked() => UnderReview().ByEmbassy(_ => new MouCommand.AskForResend(1, embassy.Name, "The second page is black."));

    public static SampleCase CentralAnswered(CentralAnswer answer) => InCentralReview().Do(
        new Actor.MinistryReviewer("Han Seo-yun"),
        new MouCommand.AnswerCentralReview(InCentralReview().Mou.Text, answer, "Han Seo-yun", answer == CentralAnswer.NoObjection ? null : "Clause 2: the cost."));

    /// <summary>Two comments on the first round's text, answered, and the second round.</summary>
    public static SampleCase Commented() => UnderReview()
        .ByEmbassy(mou => new MouCommand.CommentOnClause(1, mou.Text, embassy.Name, 2, null, "Une visite par an est trop pour nous.", null))
        .ByEmbassy(mou => new MouCommand.CommentOnClause(1, mou.Text, embassy.Name, 2, Language.French, null, "- une visite de délégations tous les deux ans"));

    public static SampleCase CommentedAndBack() => Commented()
        .ByEmbassy(mou => new MouCommand.RequestChanges(1, mou.Text, embassy.Name, "Voir nos observations.", true));

    public static SampleCase CommentsAnswered() => CommentedAndBack()
        .With(_ => new MouCommand.AnswerComment(1, CommentVerdict.Accepted, null))
        .With(_ => new MouCommand.AnswerComment(2, CommentVerdict.AcceptedOtherwise, "A visit every two years, in turn."))
        .Do(office, new MouCommand.ReplaceDraft(Particulars, SampleTexts.HashOf(SampleTexts.Second))).Submit();

    /// <summary>Two of the ministry's, the second taken back.</summary>
    public static SampleCase CentralCommented()
    {
        var (sample, ministry) = (InCentralReview(), new Actor.MinistryReviewer("Han Seo-yun"));
        return sample.Do(ministry, new MouCommand.CommentInCentralReview(sample.Mou.Text, ministry.Name, 2, null, "예산 근거를 적어 주십시오.", null))
            .Do(ministry, new MouCommand.CommentInCentralReview(sample.Mou.Text, ministry.Name, 2, Language.Korean, null, "각자의 예산 범위에서 부담한다."))
            .Do(ministry, new MouCommand.TakeBackCentralComment(2, ministry.Name));
    }

    public static SampleCase CommentRefused() => CommentedAndBack().With(_ => new MouCommand.AnswerComment(1, CommentVerdict.Refused, "The council decided on a visit each year."));

    /// <summary>The request came back undelivered; the office then sends it again, to another address.</summary>
    public static SampleCase CameBack() => UnderReview().Wait(TimeSpan.FromDays(2)).Do(
        new Actor.MailService(), new MouCommand.ReportUndeliveredMail("m1", LinkHolder.Reviewer, "came-back", null, new(1, new("review@gabon.example"), false)));

    /// <summary>Reminded by the office, on the day after a weekend.</summary>
    public static SampleCase RemindedByOffice() => UnderReview().Wait(TimeSpan.FromDays(2)).With(_ => new MouCommand.Remind());

    /// <summary>Each stage in which somebody can be reminded, with the reminder.</summary>
    public static IEnumerable<SampleCase> Reminded() =>
        new[] { InApproval(), AtCouncil(), InCentralReview(), SeveralEmbassies(), Signing() }.Select(sample => sample.With(_ => new MouCommand.Remind()));

    public static SampleCase SentAnew() => CameBack().Wait(TimeSpan.FromDays(2))
        .With(_ => new MouCommand.Resend(null, new(new("GA"), new("ambassade@gabon.example"), Language.French)));

    public static SampleCase CentralCameBack() => InCentralReview().Do(
        new Actor.MailService(), new MouCommand.ReportUndeliveredMail("m1", LinkHolder.CentralReviewer, "came-back", null, new(1, ministry.Address, false)));

    /// <summary>One met, one missed after it was extended, one fallen away.</summary>
    public static SampleCase WithPastDeadlines() => ReviewedWithSteps().With(_ => new MouCommand.Acknowledge(1, embassy.Name))
        .With(_ => new MouCommand.ExtendDeadline(Reminder.Review, 14, "A holiday in Libreville."))
        .Wait(TimeSpan.FromDays(60)).With(mou => new MouCommand.RequestChanges(1, mou.Text, embassy.Name, "Clause 2.", true)).Submit()
        .With(_ => new MouCommand.Withdraw("The council set other priorities."));

    public SampleCase ByEmbassy(Func<Mou, MouCommand> command) => Do(embassy, command(Mou));

    public static SampleCase UnderReview(Particulars? particulars = null) => Drafted(particulars).Submit();

    public static SampleCase Redrafted(string reason = "Clause 2 : tous les deux ans plutôt que chaque année.", bool isPublic = true) => UnderReview()
        .Do(embassy, new MouCommand.RequestChanges(1, SampleTexts.HashOf(SampleTexts.First), embassy.Name, reason, isPublic));

    public static SampleCase SecondRound() => Redrafted()
        .Do(office, new MouCommand.ReplaceDraft(Particulars, SampleTexts.HashOf(SampleTexts.Second))).Submit();

    public static SampleCase Agreed() => SecondRound().Do(embassy, new MouCommand.AcceptText(2, SampleTexts.HashOf(SampleTexts.Second), embassy.Name));

    public static SampleCase Declined() => UnderReview()
        .Do(embassy, new MouCommand.DeclineReview(1, SampleTexts.HashOf(SampleTexts.First), embassy.Name, "Hors de notre compétence.", true));

    /// <summary>With a reason that is not public.</summary>
    public static SampleCase DeclinedQuietly() => UnderReview()
        .Do(embassy, new MouCommand.DeclineReview(1, SampleTexts.HashOf(SampleTexts.First), embassy.Name, "Une réserve politique.", false));

    public static SampleCase Signing() => Agreed().Do(office, new MouCommand.OpenSigning(
        SampleTexts.HashOf(SampleTexts.Second), Governor, Mayor, new("By letter no. 118 of the City of Libreville.")));

    public static SampleCase Ceremony() => Agreed().With(mou => new MouCommand.SetCeremony(
        mou.Text, Governor, Mayor, new("Andong", new(2026, 11, 2), [new("Marie Obame", "Ambassador")])));

    /// <summary>On Christmas Day, at half past two in Libreville.</summary>
    public static SampleCase CeremonyOnHoliday() => Agreed().With(mou => new MouCommand.SetCeremony(mou.Text, Governor, Mayor with { Authority = "Lettre n° 12" }, new(
        "Hôtel de ville de Libreville", new(2026, 12, 25), [new("Marie Obame", "Ambassador")], new(14, 30), "Africa/Libreville")));

    /// <summary>Both were asked by link before it was to be on paper.</summary>
    public static SampleCase OnPaperInstead() => Signing().With(mou => new MouCommand.SetCeremony(mou.Text, Governor, Mayor, new(
        "Andong", new(2026, 12, 15), [new("Marie Obame", "Ambassador")], new(14, 30))));

    /// <summary>The mayor signed on the strength of a letter.</summary>
    public static SampleCase SignedByLetter() => CeremonyOnHoliday().Pass(TimeSpan.FromDays(60)).With(mou => new MouCommand.RecordPaperSignatures(mou.Text, new(2026, 12, 25)));

    public static SampleCase SignedOnPaper() => Ceremony().With(mou => new MouCommand.RecordPaperSignatures(mou.Text, new(2026, 11, 2)));

    /// <summary>With the scan of one original; the other is missing.</summary>
    public static SampleCase HalfScanned() => SignedOnPaper()
        .With(_ => new MouCommand.KeepScan(ours));

    public static SampleCase HalfSigned() => Signing().Sign(Governor);

    public static SampleCase InEffect() => HalfSigned().Sign(Mayor);

    public static SampleCase Withdrawn() => UnderReview().Do(office, new MouCommand.Withdraw("The council set other priorities."));

    public SampleCase Submit() => Do(office, new MouCommand.SubmitDraft(
        Mou.Text, new(new("GA"), new("review@gabon.example"), Language.French), null, ministry));

    public SampleCase With(Func<Mou, MouCommand> command) => Do(office, command(Mou));

    public SampleCase ByDesk(MouCommand command) => Do(new Actor.AssociationMember("p9", Administrator.Name), command);

    public static SampleCase OnHold() => UnderReview().ByDesk(new MouCommand.Hold("The province was merged with a city."));

    public static SampleCase AddressProposed() => UnderReview()
        .ByDesk(new MouCommand.ProposeRecipient(LinkHolder.Reviewer, new("ella@gabon.example"), "Paul Ella", "By their note no. 12."));

    public static SampleCase Stopped() => UnderReview()
        .ByDesk(new MouCommand.SuspendOrchestration("An outage of the mail service.", OrchestrationFound.Running))
        .ByDesk(new MouCommand.ProposeOrchestrationEnd("It cannot be mended.", OrchestrationFound.Suspended));

    public static SampleCase AddressChanged() => AddressProposed().Do(
        new Actor.AssociationMember("p10", "Choi Eun-ji"), new MouCommand.ConfirmRecipient(AddressProposed().Mou.Version, "By a call to the embassy.", "p10"));

    private SampleCase Wait(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public SampleCase Sign(Signer signer) => Do(
        new Actor.SigningPerson(signer.Side, signer.Name),
        new MouCommand.SignText(signer.Side, Mou.Text, signer.Name, signer.Office, $"{signer.Name} signs."));

    public SampleCase Pass(TimeSpan time)
    {
        Now += time;
        return Do(new Actor.Clock(), new MouCommand.PassTime());
    }

    public SampleCase Do(Actor by, MouCommand command)
    {
        var decision = MouLifecycle.Decide(command, Mou, Now);
        foreach (var happened in Assert.IsType<Decision.Events>(decision).New)
        {
            var recorded = new RecordedEvent(Mou.Version + 1, Now, by, happened);
            Mou = MouLifecycle.Evolve(Mou, recorded);
            events.Add(recorded);
        }
        Now += TimeSpan.FromHours(2);
        return this;
    }

    public RecordedEvent Last<TEvent>() where TEvent : MouEvent => events.Last(e => e.Event is TEvent);

    /// <summary>The case as it stood after this event.</summary>
    public Mou At(RecordedEvent last) => MouLifecycle.Replay(Mou.Id, events.TakeWhile(recorded => recorded.Number <= last.Number));

    public Link ReviewLink(int round) => new(Mou.Id, LinkHolder.Reviewer, round, new("review@gabon.example"), Language.French);

    public Link OtherEmbassysLink() => new(Mou.Id, LinkHolder.Reviewer, 1, new("review@france.example"), Language.French, OtherMission.Id);

    public Link CentralLink() => new(Mou.Id, LinkHolder.CentralReviewer, 1, ministry.Address, Language.Korean);

    public Link SigningLink(Signer signer) => new(
        Mou.Id, signer.Side == Side.LocalGovernment ? LinkHolder.LocalGovernmentSigner : LinkHolder.CounterpartySigner, 2, signer.Address, signer.Language);
}
