using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>ISO 3166-1's two-letter codes, and which of them a mission stands for.</summary>
internal static class CountryCodes
{
    private static readonly HashSet<string> MembersOfTheUnion =
        [.. "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".Split(' ')];

    public static bool IsOne(string code) => Countries.All.ContainsKey(code);

    /// <summary>A country's mission stands for that country; the European Union's delegation for each member.</summary>
    public static bool StandsFor(MissionId mission, string country) =>
        mission.Value == country || (mission.Value == "EU" && MembersOfTheUnion.Contains(country));
}
