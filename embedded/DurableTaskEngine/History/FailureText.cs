using System.Text.Json;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.History;

/// <summary>Failure details as they are stored.</summary>
internal static class FailureText
{
    internal static string Write(TaskFailureDetails failure) => JsonSerializer.Serialize(failure);

    internal static TaskFailureDetails? Read(string? text)
    {
        if (text is null) return null;
        var failure = JsonSerializer.Deserialize<TaskFailureDetails>(text)!;
        return Plain(failure);
    }

    private static TaskFailureDetails Plain(TaskFailureDetails failure) => failure with
    {
        InnerFailure = failure.InnerFailure is { } inner ? Plain(inner) : null,
        Properties = failure.Properties?.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
    };

    private static object? Plain(object? value) => value is not JsonElement element ? value : element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => element,
    };
}
