using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>What the Azure host refuses at start-up, refused here too, so that nothing first fails when it is deployed.</summary>
internal static partial class FunctionChecks
{
    public static void Check(IReadOnlyList<FunctionEntry> functions)
    {
        foreach (var function in functions)
        {
            CheckName(function);
            CheckVisibility(function);
            CheckAuthorization(function);
        }

        CheckUnique(functions, function => function.Name, "functions");
        CheckUnique(functions.Where(f => f.Trigger is ActivityTriggerAttribute), f => f.TaskName, "activities");
        CheckUnique(functions.Where(f => f.Trigger is OrchestrationTriggerAttribute), f => f.TaskName, "orchestrations");
    }

    private static void CheckName(FunctionEntry function)
    {
        if (!Name().IsMatch(function.Name))
        {
            throw new StartupFaultException(
                $"Function name '{function.Name}' is not valid: it starts with a letter, followed by letters, digits, '-' and '_', 127 in all.");
        }
    }

    private static void CheckVisibility(FunctionEntry function)
    {
        if (!function.Method.IsPublic || !function.Class.IsVisible || function.Class.ContainsGenericParameters)
            throw new StartupFaultException($"Function '{function.Name}' must be a public method of a public class.");
    }

    private static void CheckAuthorization(FunctionEntry function)
    {
        if (function.Trigger is HttpTriggerAttribute { AuthLevel: not AuthorizationLevel.Anonymous } http)
        {
            throw new StartupFaultException(
                $"Function '{function.Name}' asks for authorization level {http.AuthLevel}; the embedded host has no function keys and runs Anonymous only.");
        }
    }

    private static void CheckUnique(IEnumerable<FunctionEntry> functions, Func<FunctionEntry, string> name, string what)
    {
        var twice = functions.GroupBy(name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            var places = string.Join(" and ", twice.Select(f => $"{f.Class.FullName}.{f.Method.Name}"));
            throw new StartupFaultException($"Two {what} are named '{twice.Key}': {places}.");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$")]
    private static partial Regex Name();
}
