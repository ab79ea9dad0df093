using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace LocalDiplomacy.Bench.Register;

/// <summary>Made-up ties of the real local governments and countries, the same ones each time.</summary>
internal sealed class RegisterTies(IReadOnlyList<string> places, IReadOnlyList<string> countries)
{
    private static readonly string[] Kinds = ["자매결연", "우호협력", "업무협약", "교류의향서"];
    private static readonly string[] Fields = ["행정", "문화·예술", "청소년·교육", "관광", "경제·통상", "보건"];

    private static readonly string[] Names =
        ["Libreville", "São Paulo", "Łódź", "Évry-Courcouronnes", "Đà Nẵng", "Qingdao", "Nagasaki", "Ulaanbaatar", "Zürich", "Tucumán", "Győr", "Málaga", "리브르빌", "칭다오", "하노이", "나가사키"];

    /// <summary>What people look for: parts of names in both scripts, unfinished syllables, and what a form offers.</summary>
    public static readonly IReadOnlyList<string> Queries =
    [
        "", "q=안동", "q=안ㄷ", "q=경상북", "q=ㄴㅏㄱㅏ", "q=sao%20paulo", "q=lodz", "q=evry", "q=da%20nang", "q=gyor", "q=중국%20자", "q=일본", "q=2026-00", "q=없는%20곳", "q=a",
        "kind=Sisterhood", "region=EUROPE", "field=Tourism", "year=2012", "country=JP&kind=Friendship", "place=47-안동시", "q=libre&status=InEffect&page=2", "page=7",
    ];

    public static async Task<RegisterTies> OfAsync(HttpClient http)
    {
        var governments = await ItemsAsync(http, "/api/reference/local-governments");
        var missions = await ItemsAsync(http, "/api/reference/missions");
        return new(
            [.. governments.Where(one => one["validFrom"] is null && one["validTo"] is null).Select(one => (string)one["id"]!)],
            [.. missions.Select(one => (string)one["id"]!).Where(id => id != "EU")]);
    }

    /// <summary>A file of so many, from this one on.</summary>
    public byte[] File(int first, int count)
    {
        var file = new StringBuilder("kind,place,counterparty,country,date,fields,reference\n");
        for (var i = first; i < first + count; i++)
            file.Append(CultureInfo.InvariantCulture, $"{Kinds[i % 4]},{places[i * 7 % places.Count]},{Names[i % Names.Length]} {i},{countries[i * i % countries.Count]},{1965 + (i * 13 % 61)}-{1 + (i % 12):D2}-{1 + (i % 28):D2},{Fields[i % 6]};{Fields[(i + 2) % 6]},B-{i}\n");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static async Task<List<JsonNode>> ItemsAsync(HttpClient http, string path) =>
        [.. JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!["items"]!.AsArray().OfType<JsonNode>()];
}
