using System.Text.RegularExpressions;

namespace LocalDiplomacy.Functions.Tests.Reception;

/// <summary>An address that fits a route.</summary>
internal static partial class RouteFilled
{
    public static string With(string id, string route) => "/" + Parameter().Replace(route, parameter => parameter.Value switch
    {
        var any when any.Contains('?', StringComparison.Ordinal) => "",
        var number when number.Contains(":int", StringComparison.Ordinal) => "1",
        "{table}" => "missions",
        _ => id,
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
