using System.Globalization;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Countries that were renamed, or that Korea calls otherwise than it did: the name now and the names before.</summary>
internal static class CountryNames
{
    public static readonly IReadOnlyDictionary<string, (string Now, IReadOnlyList<string> Before)> Renamed =
        new Dictionary<string, (string, IReadOnlyList<string>)>(StringComparer.Ordinal)
        {
            ["TR"] = ("튀르키예", ["터키"]),
            ["MK"] = ("북마케도니아", ["마케도니아"]),
            ["SZ"] = ("에스와티니", ["스와질란드"]),
            ["GE"] = ("조지아", ["그루지야"]),
            ["CZ"] = ("체코", ["체코슬로바키아"]),
            ["KG"] = ("키르기스스탄", ["키르기즈", "키르기즈스탄", "키르키즈스탄"]),
            ["BY"] = ("벨라루스", ["벨로루시"]),
            ["MM"] = ("미얀마", ["버마"]),
            ["CD"] = ("콩고민주공화국", ["자이르"]),
            ["CV"] = ("카보베르데", ["카보베르데곶", "케이프베르데"]),
            ["TL"] = ("동티모르", ["티모르"]),
            ["LK"] = ("스리랑카", ["실론"]),
        };

    /// <summary>As .NET calls it, which lists from elsewhere may do too; the code itself where it has no name for it.</summary>
    public static string English(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    public static bool IsFormer(string id, string koreanName) =>
        Renamed.TryGetValue(id, out var names) && names.Before.Contains(koreanName.Trim());
}
