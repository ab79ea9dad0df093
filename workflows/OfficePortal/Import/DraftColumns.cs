using System.Collections.Frozen;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.OfficePortal.Import;

/// <summary>The columns of a file of drafts. Each may be named in Korean or in English; what is missing in the file is left to the template.</summary>
public static class DraftColumns
{
    public static IReadOnlyList<string> Required { get; } = ["kind", "counterparty", "country"];

    public static IReadOnlyList<string> Optional { get; } =
        ["counterparty_ko", "place", "mission", "fields", "languages", "prevailing", "title_ko", "title_en", "months", "ends_on", "signing_on", "budget", "currency"];

    private static readonly FrozenDictionary<string, string> Korean = new Dictionary<string, string>
    {
        ["kind"] = "종류",
        ["counterparty"] = "상대 기관",
        ["country"] = "국가",
        ["counterparty_ko"] = "상대 기관(한국어)",
        ["place"] = "소재지",
        ["mission"] = "검토 공관",
        ["fields"] = "협력 분야",
        ["languages"] = "언어",
        ["prevailing"] = "우선 언어",
        ["title_ko"] = "제목(한국어)",
        ["title_en"] = "제목(영어)",
        ["months"] = "기간(개월)",
        ["ends_on"] = "만료일",
        ["signing_on"] = "서명 예정일",
        ["budget"] = "예산",
        ["currency"] = "통화",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> ByKorean = Korean.ToFrozenDictionary(name => Plain(name.Value), name => name.Key);

    /// <summary>As the file calls it in this language.</summary>
    public static string NameOf(string column, Language language) => language == Language.Korean ? Korean.GetValueOrDefault(column, column) : column;

    /// <summary>The column that a heading means; the heading itself where it means none.</summary>
    internal static string Of(string heading) => ByKorean.GetValueOrDefault(Plain(heading), heading);

    /// <summary>The column that a field of the draft's form comes from.</summary>
    public static string? OfField(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Split('[')[0] switch
        {
            "counterparty.name" => "counterparty",
            "counterparty.country" => "country",
            "prevailingLanguage" => "prevailing",
            "term.months" => "months",
            "term.endsOn" => "ends_on",
            "signing.on" => "signing_on",
            "budget.amount" => "budget",
            "budget.currency" => "currency",
            "title.ko" => "title_ko",
            "title.en" => "title_en",
            var same when Required.Contains(same) || Optional.Contains(same) => same,
            var text when text.StartsWith("counterparty.name", StringComparison.Ordinal) => "counterparty",
            var text when text.StartsWith("counterparty.place", StringComparison.Ordinal) => "place",
            _ => null,
        };
    }

    /// <summary>A file to begin with: the columns, and two lines that show how they are filled in.</summary>
    public static byte[] Template(Language language) => CsvSheet.Write(
        [.. Required.Concat(Optional).Select(column => NameOf(column, language))],
        [
            ["우호협력", "City of Libreville", "가봉", "리브르빌시", "Libreville", "", "문화·예술;청소년·교육", "ko en fr", "", "", "", "60", "", "2027-05-14", "", ""],
            ["MOU", "Ville de Port-Gentil", "GA", "", "Port-Gentil", "", "EconomyAndTrade", "ko en", "en", "경제협력 양해각서", "Memorandum of Understanding on Economic Cooperation", "36", "", "", "50000000", "KRW"],
        ]);

    private static string Plain(string heading) => string.Concat(heading.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
}
