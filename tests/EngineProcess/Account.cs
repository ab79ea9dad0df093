namespace LocalDiplomacy.EngineProcess;

/// <summary>What the outside knows of one orchestration.</summary>
internal sealed class Account(string id)
{
    internal string Id => id;

    internal bool IsStarted { get; set; }

    internal bool IsEnding { get; set; }

    internal List<int> Sent { get; } = [];

    internal HashSet<int> Acknowledged { get; } = [];

    internal IEnumerable<string> Differences(int[] seen)
    {
        foreach (var lost in Acknowledged.Except(seen)) yield return $"{id} lost event {lost}, which had been acknowledged";
        foreach (var twice in seen.GroupBy(number => number).Where(same => same.Count() > 1)) yield return $"{id} took event {twice.Key} twice";
        foreach (var strange in seen.Except(Sent)) yield return $"{id} took event {strange}, which nobody had sent";
        var inOrder = seen.Where(Acknowledged.Contains).ToArray();
        if (!inOrder.SequenceEqual(inOrder.Order())) yield return $"{id} took its events in another order: {string.Join(',', inOrder)}";
    }
}
