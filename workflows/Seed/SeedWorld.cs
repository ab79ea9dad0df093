using System.Collections.Concurrent;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Templates;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>Who takes part: the real local governments and missions, with people and partners that are invented. Addresses end in .example.</summary>
internal sealed class SeedWorld(IReadOnlyList<LocalGovernment> governments, IReadOnlyList<Mission> missions)
{
    private const int PartnersOfOneOffice = 8;

    private static readonly string[] Surnames = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "홍"];
    private static readonly string[] GivenNames = ["지영", "민호", "서연", "동현", "해원", "수진", "상우", "은지", "태양", "윤서", "도윤", "하준", "지우", "예은", "현우", "미경", "성민", "유진", "재호", "보라"];
    private static readonly string[] Officers = ["Marie Obame", "Jean Ndong", "Claire Durand", "Anna Schmidt", "Carlos Pérez", "Lucía Gómez", "John Carter", "Nguyễn Văn An", "Yuki Tanaka", "Ali Hassan", "Olga Ivanova", "Grace Mensah"];
    private static readonly (string English, string Korean, string French, string Spanish)[] Places =
    [
        ("City of {0}", "{1} {0}시", "Ville de {0}", "Ciudad de {0}"), ("Province of {0}", "{1} {0}주", "Province de {0}", "Provincia de {0}"),
        ("Port Authority of {0}", "{1} {0} 항만청", "Autorité portuaire de {0}", "Autoridad Portuaria de {0}"), ("District of {0}", "{1} {0}구", "District de {0}", "Distrito de {0}"),
    ];

    private readonly ConcurrentDictionary<(MouKind, LocalGovernmentId, MissionId, int, int), SeedText> _texts = new();
    private readonly Mission[] _missions = [.. missions.Where(mission => mission.ValidTo is null && mission.Id.Value.Length == 2 && mission.TimeZone is not null).OrderBy(mission => mission.Id.Value, StringComparer.Ordinal)];

    /// <summary>Those that were there on one day, and on another too where one is named.</summary>
    public IReadOnlyList<LocalGovernment> Offices(DateOnly on, DateOnly? and) => [.. governments.Where(one => one.ExistsOn(on) && (and is not { } day || one.ExistsOn(day)))];

    /// <summary>Those of that day that are not there any more.</summary>
    public IReadOnlyList<LocalGovernment> Former(DateOnly then, DateOnly now) => [.. governments.Where(one => one.ExistsOn(then) && !one.ExistsOn(now))];

    /// <summary>An office keeps to a few countries, the same whenever it is asked.</summary>
    public Partner PartnerOf(LocalGovernment office, Random random)
    {
        var (first, which) = (StableHash(office.Id.Value), random.Next(PartnersOfOneOffice));
        var mission = _missions[(first + which * 37) % _missions.Length];
        var (city, place) = (CityOf(mission), Places[(first + which) % Places.Length]);
        return new(mission, (CooperationField)((first + which) % 10), LocalizedText.Of(
            (Language.Korean, Name(place.Korean)), (Language.English, Name(place.English)), (Language.French, Name(place.French)), (Language.Spanish, Name(place.Spanish))));

        string Name(string pattern) => pattern.Replace("{0}", city, StringComparison.Ordinal).Replace("{1}", mission.Country.In(Language.Korean), StringComparison.Ordinal);
    }

    public static Reviewer ReviewerOf(Mission mission) => new(
        mission.Id, new($"review@{mission.Id.Value.ToLowerInvariant()}.embassy.example"), mission.Language, null, mission.ClosedDays);

    /// <summary>Who works for an office: the same people each time.</summary>
    public static IReadOnlyList<Person> PeopleOf(LocalGovernment office) =>
    [
        PersonOf(office, PersonRole.Drafter, "officer", "국제교류 담당", 0), PersonOf(office, PersonRole.HeadOfOffice, "head", "국제협력과장", 7),
        PersonOf(office, PersonRole.CouncilClerk, "council", "의회사무처 주무관", 13),
    ];

    public static string OfficerOf(Mission mission, Random random) => Officers[(StableHash(mission.Id.Value) + random.Next(3)) % Officers.Length];

    public static string NameOf(int number) => Surnames[number % Surnames.Length] + GivenNames[number / Surnames.Length % GivenNames.Length];

    /// <summary>An office and its partner word an MOU of one kind alike each time: many cases have one text.</summary>
    public SeedText TextOf(
        MouKind kind, LocalGovernment office, Partner partner, IReadOnlyList<Language> languages, IReadOnlyList<CooperationField> fields, int years) =>
        _texts.GetOrAdd((kind, office.Id, partner.Mission.Id, fields.Count, years), _ => SeedText.Of(Written(kind, office, partner, languages, fields, years)));

    private MouText Written(MouKind kind, LocalGovernment office, Partner partner, IReadOnlyList<Language> languages, IReadOnlyList<CooperationField> fields, int years)
    {
        var title = TitleOf(kind, office, partner);
        var filled = TemplateFiles.For(kind).Filled(languages, new Dictionary<string, LocalizedText>
        {
            [Place.Office] = FullNameOf(office),
            [Place.Counterparty] = partner.Name,
            [Place.Fields] = Same(string.Join(", ", fields.Select(Words))),
            [Place.Languages] = Same(string.Join(", ", languages.Select(language => language.Code))),
            [Place.Years] = Same(years.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        });
        return filled with { Title = new(languages.ToDictionary(language => language, title.In)) };
    }

    public LocalizedText TitleOf(MouKind kind, LocalGovernment office, Partner partner)
    {
        var template = TemplateFiles.For(kind).Text.Title;
        return new(Language.OfPages.ToDictionary(language => language, language =>
            $"{FullNameOf(office).In(language)} – {partner.Name.In(language)}: {template.In(language)}"));
    }

    private LocalizedText FullNameOf(LocalGovernment office)
    {
        if (office.Parent is not { } id || governments.FirstOrDefault(one => one.Id == id) is not { } parent) return office.Name;
        return LocalizedText.Of(
            (Language.Korean, $"{parent.Name.In(Language.Korean)} {office.Name.In(Language.Korean)}"), (Language.English, $"{office.Name.In(Language.English)}, {parent.Name.In(Language.English)}"));
    }

    private static Person PersonOf(LocalGovernment office, PersonRole role, string box, string title, int shift)
    {
        var number = StableHash(office.Id.Value + box);
        return new($"seed-{box}-{number:x}", office.Id, NameOf(number + shift), title, new($"{box}@lg-{StableHash(office.Id.Value):x}.example"), Language.Korean, role);
    }

    private static string CityOf(Mission mission) => mission.TimeZone!.Split('/')[^1].Replace('_', ' ');

    private static LocalizedText Same(string words) => new(Language.OfPages.ToDictionary(language => language, _ => words));

    private static string Words(CooperationField field) => field.ToString();

    /// <summary>Not the runtime's, which differs from start to start.</summary>
    private static int StableHash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text) hash = (hash ^ letter) * 16777619u;
        return (int)(hash & 0x7fffffff);
    }
}

/// <summary>The other side of an MOU, and the mission that is asked.</summary>
/// <param name="Field">What the two work together in.</param>
internal sealed record Partner(Mission Mission, CooperationField Field, LocalizedText Name);

internal sealed record SeedText(MouText Text, TextHash Hash)
{
    public static SeedText Of(MouText text) => new(text, CanonicalText.HashOf(text));
}
