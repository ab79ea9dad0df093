using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>The addresses that functions answer, to tell a wrong method from a wrong address.</summary>
public static class KnownAddresses
{
    private static readonly (TemplateMatcher Matcher, RouteTemplate Template, HttpFunction Function)[] All =
    [
        .. from function in HttpFunctions.All
           where !function.Route.Contains('*', StringComparison.Ordinal)
           let template = TemplateParser.Parse(function.Route)
           select (new TemplateMatcher(template, []), template, function),
    ];

    /// <summary>In upper case; empty where no function has the address.</summary>
    public static IReadOnlyList<string> MethodsAt(PathString path) =>
        [.. FunctionsAt(path).SelectMany(f => f.Methods).Select(m => m.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    public static IEnumerable<HttpFunction> FunctionsAt(PathString path) =>
        All.Where(a => Matches(a.Matcher, a.Template, path)).Select(a => a.Function);

    private static bool Matches(TemplateMatcher matcher, RouteTemplate template, PathString path)
    {
        var values = new RouteValueDictionary();
        return matcher.TryMatch(path, values)
            && template.Parameters.All(p => values.ContainsKey(p.Name!) ? Satisfies(p, values) : p.IsOptional);
    }

    private static bool Satisfies(TemplatePart parameter, RouteValueDictionary values) =>
        parameter.InlineConstraints.All(c => Constraint(c.Constraint).Match(null, null, parameter.Name!, values, RouteDirection.IncomingRequest));

    /// <summary>The few constraints that routes here use.</summary>
    private static IRouteConstraint Constraint(string text) => text.Split('(', ')') switch
    {
        ["int"] => new IntRouteConstraint(),
        ["length", var n, ""] => new LengthRouteConstraint(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        ["minlength", var n, ""] => new MinLengthRouteConstraint(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        ["maxlength", var n, ""] => new MaxLengthRouteConstraint(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"The route constraint {text} is not known here."),
    };
}
