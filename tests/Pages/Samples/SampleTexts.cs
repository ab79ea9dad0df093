using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;
using static LocalDiplomacy.Workflows.Lifecycle.Language;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>The text of a friendship agreement in three languages, in its first and second round.</summary>
public static class SampleTexts
{
    public static readonly LocalizedText Title = LocalizedText.Of(
        (Korean, "경상북도와 리브르빌시 간 우호협력에 관한 양해각서"),
        (English, "Memorandum of Understanding on Friendly Cooperation between Gyeongsangbuk-do and the City of Libreville"),
        (French, "Mémorandum d’entente sur la coopération amicale entre Gyeongsangbuk-do et la Ville de Libreville"));

    private static readonly Clause purpose = Clause(
        ("목적", "양 지방정부는 **우호와 신뢰**를 바탕으로 상호 이익이 되는 교류를 넓혀 나간다."),
        ("Purpose", "The two local governments will widen exchanges of mutual benefit on the basis of **friendship and trust**."),
        ("Objet", "Les deux collectivités élargiront des échanges d’intérêt mutuel, dans un esprit **d’amitié et de confiance**."));

    private static readonly Clause activities = Clause(
        ("활동", "양측은 다음 분야에서 협력한다.\n\n- 해마다 대표단 상호 방문\n- 청소년과 학생의 교류\n- 문화 행사의 공동 개최"),
        ("Activities", "The participants will cooperate in the following:\n\n- an annual visit of delegations\n- exchanges of young people and students\n- joint cultural events"),
        ("Activités", "Les participants coopéreront comme suit :\n\n- une visite annuelle de délégations\n- des échanges de jeunes et d’étudiants\n- des manifestations culturelles communes"));

    private static readonly Clause revisedActivities = Clause(
        ("활동", "양측은 다음 분야에서 협력한다.\n\n- 2년마다 번갈아 대표단 상호 방문\n- 청소년과 학생의 교류\n- 문화 행사의 공동 개최\n- 한국어와 프랑스어 교육"),
        ("Activities", "The participants will cooperate in the following:\n\n- a visit of delegations every two years, in turn\n- exchanges of young people and students\n- joint cultural events\n- teaching of Korean and French"),
        ("Activités", "Les participants coopéreront comme suit :\n\n- une visite de délégations tous les deux ans, à tour de rôle\n- des échanges de jeunes et d’étudiants\n- des manifestations culturelles communes\n- l’enseignement du coréen et du français"));

    private static readonly Clause effect = Clause(
        ("효력", "이 양해각서는 마지막 서명일에 효력이 발생하며 5년간 유효하다. 법적 의무를 만들지 아니한다."),
        ("Effect", "This memorandum takes effect on the day of the last signature and remains so for five years. It creates no legal obligations."),
        ("Effet", "Le présent mémorandum prend effet le jour de la dernière signature, pour cinq ans. Il ne crée aucune obligation juridique."));

    public static MouText First { get; } = new([Korean, English, French], Title, [purpose, activities, effect]);

    public static MouText Second { get; } = new([Korean, English, French], Title, [purpose, revisedActivities, effect]);

    public static TextHash HashOf(MouText text) => CanonicalText.HashOf(text);

    private static Clause Clause((string Heading, string Body) ko, (string Heading, string Body) en, (string Heading, string Body) fr) => new(
        LocalizedText.Of((Korean, ko.Heading), (English, en.Heading), (French, fr.Heading)),
        LocalizedText.Of((Korean, ko.Body), (English, en.Body), (French, fr.Body)));
}
