using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Http;

/// <summary>A function and the requests that it answers.</summary>
internal sealed record HttpFunction(FunctionEntry Function, RoutePattern Route, IReadOnlyList<string> Methods)
{
    // The Azure host keeps these for itself.
    private static readonly string[] Reserved = ["admin", "runtime"];

    public static HttpFunction Of(FunctionEntry function, string routePrefix)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var template = string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route;
        var route = string.Join('/', new[] { routePrefix, template.Trim('/') }.Where(part => part.Length > 0));
        CheckReserved(function, route);
        return new HttpFunction(function, Parse(function, route), [.. (trigger.Methods ?? []).Select(m => m.ToUpperInvariant())]);
    }

    /// <summary>Two functions that would answer the same request are refused: the Azure host would pick one without a word.</summary>
    public static void CheckOverlaps(IReadOnlyCollection<HttpFunction> functions)
    {
        foreach (var same in functions.GroupBy(f => f.Shape(), StringComparer.OrdinalIgnoreCase))
        {
            var methods = same.SelectMany(f => f.Methods.Count == 0 ? ["any"] : f.Methods).ToList();
            if (same.Count() > 1 && (methods.Contains("any") || methods.Distinct().Count() < methods.Count))
            {
                var names = string.Join("' and '", same.Select(f => f.Function.Name));
                throw new StartupFaultException($"Functions '{names}' answer the same route '{same.First().Route.RawText}' and method.");
            }
        }
    }

    private static void CheckReserved(FunctionEntry function, string route)
    {
        var first = route.Split('/')[0];
        if (Reserved.Contains(first, StringComparer.OrdinalIgnoreCase))
            throw new StartupFaultException($"Function '{function.Name}': a route must not start with '{first}', which belongs to the host.");
    }

    private static RoutePattern Parse(FunctionEntry function, string route)
    {
        try
        {
            return RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException exception)
        {
            throw new StartupFaultException($"Function '{function.Name}': route '{route}' is not valid: {exception.Message}");
        }
    }

    /// <summary>The route without the names of its parameters, which tell no two requests apart.</summary>
    private string Shape() => string.Join('/', Route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    private string Shape(RoutePatternPart part)
    {
        if (part is not RoutePatternParameterPart parameter)
            return part is RoutePatternLiteralPart literal ? literal.Content : ".";

        var constraints = string.Concat(parameter.ParameterPolicies.Select(policy => ":" + policy.Content));
        return "{" + (parameter.IsCatchAll ? "*" : "") + constraints + (parameter.IsOptional ? "?" : "") + "}";
    }
}
