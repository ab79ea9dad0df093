using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>What waited to be carried out, as far as it was counted.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Overdue">How many cases keep failing or are not looked at.</param>
/// <param name="Longest">Of those the ones that have waited longest, the longest first; no more than a hundred.</param>
/// <param name="Since">Since when the oldest of all waits; null: nothing waits.</param>
/// <param name="IsComplete">False: there are more, and counting stopped at a bound.</param>
public sealed record WaitingSurvey(DateTimeOffset At, int Overdue, IReadOnlyList<WaitingCase> Longest, DateTimeOffset? Since, bool IsComplete)
{
    public const int MostCounted = 1000;
    public const int MostNamed = 100;
    public const int MostRows = 20_000;
}

/// <summary>Counts what waits, row by row, each case once; its rows come one after the other.</summary>
internal sealed class WaitingCount(DateTimeOffset now, DateTimeOffset overdue)
{
    /// <summary>The one that has waited least is given up first.</summary>
    private readonly PriorityQueue<WaitingCase, long> _longest = new(Comparer<long>.Create((a, b) => b.CompareTo(a)));
    private WaitingCase? _current;
    private DateTimeOffset? _since;
    private int _rows, _overdue;
    private bool _isComplete = true;

    public WaitingSurvey Found
    {
        get
        {
            Close();
            return new(now, _overdue, [.. _longest.UnorderedItems.Select(one => one.Element).OrderBy(one => one.Since)], _since, _isComplete);
        }
    }

    /// <returns>False: this is as far as it is counted.</returns>
    public bool TryAdd(MouId id, DateTimeOffset at)
    {
        if (_current?.Id != id) Close();
        if (_rows++ == WaitingSurvey.MostRows || _overdue == WaitingSurvey.MostCounted) return _isComplete = false;
        var since = _current is { } before && before.Since < at ? before.Since : at;
        _current = new(id, since, since <= overdue);
        if (_since is null || at < _since) _since = at;
        return true;
    }

    private void Close()
    {
        if (_current is { IsOverdue: true } late)
        {
            _overdue++;
            if (_longest.Count < WaitingSurvey.MostNamed) _longest.Enqueue(late, late.Since.UtcTicks);
            else _longest.EnqueueDequeue(late, late.Since.UtcTicks);
        }

        _current = null;
    }
}
