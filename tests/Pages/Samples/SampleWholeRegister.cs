using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>A register as large as the real one will be: 1,930 ties of all local governments with 92 countries. Its partners are made up.</summary>
public static class SampleWholeRegister
{
    // A few countries have most of the ties, and most have a few.
    private const int Ties = 1930, Partners = 92, Years = 60;

    /// <summary>The partners of the newest.</summary>
    private static readonly (string Country, string Korean, string English)[] newest =
    [
        ("GA", "리브르빌시", "City of Libreville"), ("VN", "타이응우옌성", "Thái Nguyên Province"), ("FR", "리옹시", "City of Lyon"), ("CN", "산시성", "Shaanxi Province"), ("JP", "돗토리현", "Tottori Prefecture"),
        ("MN", "울란바토르시", "Ulaanbaatar"), ("US", "오리건주", "State of Oregon"), ("PE", "쿠스코시", "City of Cusco"), ("KE", "나이로비시", "Nairobi City County"), ("UZ", "사마르칸트주", "Samarkand Region"),
    ];

    private static readonly IReadOnlyList<LocalGovernment> governments = ReferenceFiles.LocalGovernments();

    /// <summary>Those that most ties are with first.</summary>
    private static readonly IReadOnlyList<string> countries =
        [.. "CN JP US VN RU MN PH UZ ID FR DE KZ GA TW RE".Split(' ').Concat(ReferenceFiles.Missions().Select(mission => mission.Id.Value)).Where(code => code != "EU").Distinct().Take(Partners)];

    private static readonly IReadOnlyDictionary<string, string> regions = ReferenceFiles.Missions().ToDictionary(mission => mission.Id.Value, mission => mission.Region);

    public static readonly RegisterView View = new("1", RegisterState.Of([.. Enumerable.Range(0, Ties).Select(Entry)]), governments, ReferenceFiles.Missions(), new(2026, 11, 22));

    private static RegisterEntry Entry(int place)
    {
        var office = governments.Where(government => government.ExistsOn(new(2026, 11, 22))).ElementAt(place * 7 % 243);
        var country = place < newest.Length ? newest[place].Country : place < newest.Length + Partners ? countries[place - newest.Length] : countries[(int)(Partners * Math.Pow(place * 7919 % 1000 / 1000.0, 3))];
        var name = newest.FirstOrDefault(one => one.Country == country) is { English: { } english, Korean: { } korean }
            ? LocalizedText.Of((Language.Korean, korean), (Language.English, english)) : LocalizedText.Of((Language.English, $"Partner {place}"));
        // More of late than at first.
        var signed = new DateOnly(2026, 11, 12).AddDays(-(int)(365 * Years * Math.Pow(1.0 * place / Ties, 1.6)));
        return new(RegisterNumber.Of(2026, Ties - place), 1, RegisterCause.Imported, null, SampleCase.Start, SampleCase.Start, SampleRegister.Imported with
        {
            Office = office.Id,
            OfficeName = office.Name,
            Counterparty = new(name, country, LocalizedText.Empty),
            Kind = Enum.GetValues<MouKind>()[place % 5 % 4],
            Region = regions.GetValueOrDefault(country),
            SignedOn = signed,
            From = signed,
            Status = place % 11 == 3 ? RegisterStatus.Expired : RegisterStatus.InEffect,
            Reference = null,
        });
    }
}
