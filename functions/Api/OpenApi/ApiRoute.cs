using System.Text.RegularExpressions;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>A route's template as OpenAPI writes it.</summary>
/// <param name="Path">With a leading slash, parameters without constraints.</param>
/// <param name="Parameters">Name, and constraint where there is one.</param>
internal sealed partial record ApiRoute(string Path, IReadOnlyList<(string Name, string? Constraint)> Parameters)
{
    /// <summary>The first part behind /api: what the operation is about.</summary>
    public string Tag => Path.Split('/')[2];

    public static ApiRoute Of(string template) => new(
        "/" + Parameter().Replace(template, "{${name}}"),
        [.. Parameter().Matches(template).Select(m => (m.Groups["name"].Value, m.Groups["constraint"] is { Success: true } c ? c.Value : null))]);

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<constraint>[^{}]+))?\}")]
    private static partial Regex Parameter();
}
