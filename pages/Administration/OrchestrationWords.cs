using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Administration;

/// <summary>An orchestration's status by its name, in words and as a state. One that nobody foresaw is shown as not found.</summary>
internal static class OrchestrationWords
{
    private static readonly string[] Known = ["Running", "Completed", "ContinuedAsNew", "Failed", "Terminated", "Pending", "Suspended"];

    public static string Of(string? status, Language language) => Words.Of(language, $"Desk.Status.{NameOf(status)}");

    public static string KindOf(string? status) => NameOf(status) switch
    {
        "Failed" or "Terminated" or "None" => "over",
        "Suspended" => "soon",
        "Completed" => "good",
        _ => "clock",
    };

    private static string NameOf(string? status) => status is not null && Known.Contains(status) ? status : "None";
}
