using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>Number, kind and name must be those of the history. Inputs, versions and times may differ.</summary>
internal static class ReplayCheck
{
    /// <summary>Null when they agree, else what the difference is.</summary>
    internal static string? Difference(IReadOnlyList<HistoryEvent> actual, IReadOnlyList<HistoryEvent> recorded)
    {
        for (var index = 0; index < Math.Max(actual.Count, recorded.Count); index++)
        {
            var did = index < actual.Count ? actual[index] : null;
            var had = index < recorded.Count ? recorded[index] : null;
            if (did is null || had is null || !Agree(did, had))
                return $"Non-deterministic orchestrator: the history holds {Text(had)}, but the replay gave {Text(did)}. The code was changed in a "
                    + "way that instances under way cannot follow, or it depends on something outside of its context.";
        }

        return null;
    }

    /// <summary>The recorded actions that were done again, up to the first difference.</summary>
    internal static IEnumerable<HistoryEvent> Common(IReadOnlyList<HistoryEvent> actual, IReadOnlyList<HistoryEvent> recorded) =>
        actual.Zip(recorded).TakeWhile(pair => Agree(pair.First, pair.Second)).Select(pair => pair.Second);

    internal static bool Agree(HistoryEvent did, HistoryEvent had) =>
        did.TaskId == had.TaskId && did.Kind == had.Kind && string.Equals(did.Name, had.Name, StringComparison.OrdinalIgnoreCase);

    private static string Text(HistoryEvent? action) =>
        action is null ? "no further action" : $"{action.Kind} #{action.TaskId} '{action.Name}'";
}
