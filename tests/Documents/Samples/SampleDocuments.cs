using System.Text.Json;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using static LocalDiplomacy.Workflows.Lifecycle.Language;

namespace LocalDiplomacy.Documents.Tests.Samples;

/// <summary>A case in three languages with a long name on the right, taken through the lifecycle.</summary>
internal sealed class SampleDocuments
{
    public static readonly DateTimeOffset Start = new(2026, 11, 11, 1, 30, 0, TimeSpan.Zero);

    public static readonly LocalGovernment Office = new(new("47"), 1, LocalizedText.Of((Korean, "경상북도"), (English, "Gyeongsangbuk-do")), null, null);

    public static readonly Mission Gabon = new(
        new("GA"),
        LocalizedText.Of((Korean, "가봉"), (English, "Gabon"), (French, "Gabon"), (Spanish, "Gabón")),
        LocalizedText.Of((Korean, "주한 가봉 대사관"), (English, "Embassy of Gabon"), (French, "Ambassade du Gabon"), (Spanish, "Embajada de Gabón")),
        "AFRICA_MIDDLE_EAST", new("review@gabon.example"), French, "Africa/Libreville");

    public static readonly Signer Governor = new(Side.LocalGovernment, "이철우", "경상북도지사", new("governor@gyeongbuk.example"), Korean);

    public static readonly Signer Mayor = new(
        Side.Counterparty, "Eugène-Barthélémy Mba Obiang-Nguéma", "Maire de la Commune de Libreville et Président de l’Association des maires", new("maire@libreville.example"), French);

    private static readonly Actor.OfficeMember Officer = new(new("47"), "p1", "김지영");
    private static readonly Actor.EmbassyOfficer Embassy = new(new("GA"), "Jean-Baptiste Ndong");

    private readonly List<RecordedEvent> _events = [];
    private DateTimeOffset _now = Start;

    public Mou Mou { get; private set; } = Mou.NotBegun(new("c0ffee00c0ffee00c0ffee00"));

    public static LocalizedText Title { get; } = LocalizedText.Of(
        (Korean, "경상북도와 리브르빌시 간 우호협력에 관한 양해각서"),
        (English, "Memorandum of Understanding on Friendly Cooperation between Gyeongsangbuk-do and the City of Libreville"),
        (French, "Mémorandum d’entente sur la coopération amicale entre Gyeongsangbuk-do et la Ville de Libreville"));

    public static Particulars Particulars { get; } = new(
        MouKind.Friendship, Title,
        new(LocalizedText.Of((Korean, "리브르빌시"), (English, "City of Libreville"), (French, "Ville de Libreville")), "GA", LocalizedText.Empty),
        new("GA"), [CooperationField.CultureAndArts], [Korean, English, French], null);

    public static MouText Text { get; } = new([Korean, English, French], Title, [.. Clauses()]);

    public static TextHash Hash { get; } = CanonicalText.HashOf(Text);

    /// <summary>As it was agreed, with nobody to sign it yet.</summary>
    public static TextOriginal Unsigned(Side side) => Original(new SampleDocuments().Draft().Mou, side);

    public static TextOriginal Signed(Side side) => Original(new SampleDocuments().Draft().Sign().Mou, side);

    public static TextOriginal Of(MouText text, Side side = Side.LocalGovernment) =>
        Original(new SampleDocuments().Draft().Mou, side) with { Text = text, Hash = CanonicalText.HashOf(text) };

    public static CaseRecord Record(Language language)
    {
        var sample = new SampleDocuments().Draft().Sign();
        return new(sample.Mou, Office, Gabon, sample._events, sample.Chain(), language);
    }

    /// <summary>Agreed, and to be signed at a ceremony.</summary>
    public static TextOriginal OnPaper(Side side, Signer office, Signer counterparty, Ceremony ceremony) =>
        Original(new SampleDocuments().Draft().Do(Officer, new MouCommand.SetCeremony(Hash, office, counterparty, ceremony)).Mou, side);

    /// <summary>The same after the ceremony, and its record.</summary>
    public static (TextOriginal Original, CaseRecord Record) SignedOnPaper(Side side, Signer office, Signer counterparty, Ceremony ceremony)
    {
        var sample = new SampleDocuments().Draft().Do(Officer, new MouCommand.SetCeremony(Hash, office, counterparty, ceremony));
        sample._now = Start.AddMonths(3);
        sample.Do(Officer, new MouCommand.RecordPaperSignatures(Hash, ceremony.On));
        return (Original(sample.Mou, side), new(sample.Mou, Office, Gabon, sample._events, sample.Chain(), English));
    }

    /// <summary>A record in which the embassy gave this reason.</summary>
    public static CaseRecord RecordWith(string reason)
    {
        var sample = new SampleDocuments().Draft(reason);
        return new(sample.Mou, Office, Gabon, sample._events, sample.Chain(), Korean);
    }

    private static TextOriginal Original(Mou mou, Side side) => new(mou, Office, Text, Hash, side);

    private SampleDocuments Draft(string reason = "Clause 2 : tous les deux ans plutôt que chaque année.") => Do(Officer, new MouCommand.CreateDraft(new("47"), Particulars, Hash))
        .Do(Officer, new MouCommand.SubmitDraft(Hash, new(new("GA"), new("review@gabon.example"), French)))
        .Do(Embassy, new MouCommand.RequestChanges(1, Hash, Embassy.Name, reason, false))
        .Do(Officer, new MouCommand.SubmitDraft(Hash, new(new("GA"), new("review@gabon.example"), French)))
        .Do(Embassy, new MouCommand.AcceptText(2, Hash, Embassy.Name));

    private SampleDocuments Sign() => Do(Officer, new MouCommand.OpenSigning(Hash, Governor, Mayor, new("By letter no. 118.")))
        .Do(new Actor.SigningPerson(Side.LocalGovernment, Governor.Name), new MouCommand.SignText(Side.LocalGovernment, Hash, Governor.Name, Governor.Office, "서명합니다."))
        .Do(new Actor.SigningPerson(Side.Counterparty, Mayor.Name), new MouCommand.SignText(Side.Counterparty, Hash, Mayor.Name, Mayor.Office, "Je signe."));

    private SampleDocuments Do(Actor by, MouCommand command)
    {
        foreach (var happened in Assert.IsType<Decision.Events>(MouLifecycle.Decide(command, Mou, _now)).New)
        {
            var recorded = new RecordedEvent(Mou.Version + 1, _now, by, happened);
            Mou = MouLifecycle.Evolve(Mou, recorded);
            _events.Add(recorded);
        }

        _now += TimeSpan.FromHours(26);
        return this;
    }

    /// <summary>The links are made up: pictures of them must not change whenever an event learns to say more.</summary>
    private List<ChainedEvent> Chain()
    {
        var chain = new List<ChainedEvent>();
        var head = EventChain.Start(Mou.Id);
        foreach (var recorded in _events)
        {
            var json = JsonSerializer.Serialize(recorded, JsonSerializerOptions.Web);
            head = EventChain.Next(head, $"event {recorded.Number}");
            chain.Add(new(recorded.Number, json, head));
        }

        return chain;
    }

    private static IEnumerable<Clause> Clauses()
    {
        yield return Clause(
            ("참여자", "경상북도와 리브르빌시(이하 “참여자”라 한다)는 **우호와 신뢰**를 바탕으로 상호 이익이 되는 교류를 넓혀 나간다."),
            ("Participants", "Gyeongsangbuk-do and the City of Libreville (the “participants”) will widen exchanges of mutual benefit on the basis of **friendship and trust**."),
            ("Participants", "Gyeongsangbuk-do et la Ville de Libreville (les « participants ») élargiront des échanges d’intérêt mutuel, dans un esprit **d’amitié et de confiance**."));
        yield return Clause(
            ("활동", "참여자는 다음 분야에서 협력한다.\n\n1. 2년마다 번갈아 대표단 상호 방문\n2. 청소년과 학생의 교류\n   - 여름 학교\n   - *온라인* 언어 교환\n3. 문화 행사의 공동 개최"),
            ("Activities", "The participants will cooperate in the following:\n\n1. a visit of delegations every two years, in turn\n2. exchanges of young people and students\n   - summer schools\n   - *online* language exchange\n3. joint cultural events"),
            ("Activités", "Les participants coopéreront comme suit :\n\n1. une visite de délégations tous les deux ans, à tour de rôle\n2. des échanges de jeunes et d’étudiants\n   - des écoles d’été\n   - des échanges linguistiques *en ligne*\n3. des manifestations culturelles communes"));
        for (var i = 0; i < 5; i++)
            yield return Clause(
                ("비용", "각 참여자는 자신의 예산 범위에서 자신의 비용을 부담한다. 이 양해각서는 국제법에 따른 권리나 의무를 만들지 아니하며, 해석이나 이행에서 생기는 차이는 협의하여 해결한다."),
                ("Costs", "Each participant will bear its own costs within its budget. This memorandum creates no rights or obligations under international law; differences on its reading or carrying out will be settled by consultation."),
                ("Coûts", "Chaque participant supportera ses propres coûts dans la limite de son budget. Le présent mémorandum ne crée ni droits ni obligations au regard du droit international ; les divergences d’interprétation ou d’exécution seront réglées par la concertation."));
    }

    private static Clause Clause((string Heading, string Body) ko, (string Heading, string Body) en, (string Heading, string Body) fr) => new(
        LocalizedText.Of((Korean, ko.Heading), (English, en.Heading), (French, fr.Heading)),
        LocalizedText.Of((Korean, ko.Body), (English, en.Body), (French, fr.Body)));
}
