using System.Collections.Frozen;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What people call kinds and fields in their lists, beside the names that the program stores.</summary>
internal static class RegisterWords
{
    private static readonly FrozenDictionary<string, MouKind> Kinds = Named<MouKind>(
        (MouKind.Sisterhood, "자매결연|자매|자매도시|자매교류|sister city|sister province|sister|sisterhood tie"),
        (MouKind.Friendship, "우호협력|우호|우호교류|우호도시|우호결연|우호협력도시|friendship city|friendship tie|friendly"),
        (MouKind.Field, "업무협약|분야별 업무협약|양해각서|mou|memorandum of understanding|memorandum"),
        (MouKind.LetterOfIntent, "교류의향서|의향서|letter of intent|loi"),
        (MouKind.Variation, "변경 협약|변경협약서"),
        (MouKind.SubsidiaryInstrument, "부속 약정|부속약정서|subsidiary"));

    private static readonly FrozenDictionary<string, CooperationField> Fields = Named<CooperationField>(
        (CooperationField.Administration, "행정|행정교류"),
        (CooperationField.Personnel, "인적 교류|인사|인사교류|공무원 교류|exchange of staff"),
        (CooperationField.CultureAndArts, "문화·예술|문화|예술|문화예술|culture|arts|culture and arts"),
        (CooperationField.YouthAndEducation, "청소년·교육|청소년|교육|청소년교육|youth|education|youth and education"),
        (CooperationField.Sport, "체육|스포츠|sports"),
        (CooperationField.EconomyAndTrade, "경제·통상|경제|통상|경제통상|무역|economy|trade|economy and trade"),
        (CooperationField.Tourism, "관광"),
        (CooperationField.Environment, "환경"),
        (CooperationField.ScienceAndTechnology, "과학·기술|과학|기술|과학기술|science|technology|science and technology"),
        (CooperationField.Health, "보건|의료|보건의료"),
        (CooperationField.Other, "기타|그 밖"));

    public static MouKind? Kind(string said) => Kinds.TryGetValue(Plain(said), out var kind) ? kind : null;

    public static CooperationField? Field(string said) => Fields.TryGetValue(Plain(said), out var field) ? field : null;

    private static FrozenDictionary<string, T> Named<T>(params (T Value, string Names)[] said) where T : struct, Enum =>
        said.SelectMany(pair => pair.Names.Split('|').Append(pair.Value.ToString()).Select(name => (Name: Plain(name), pair.Value)))
            .DistinctBy(pair => pair.Name).ToFrozenDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Blanks and points between words are written by some and not by others.</summary>
    private static string Plain(string words) => FoldedWords.Of(words).Replace(" ", "", StringComparison.Ordinal);
}
