using Azure.Data.Tables;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>When a storage request fails: before it took effect, or after, so that only its reply is lost. The same seed gives the same
/// sequence of faults.</summary>
public sealed class Faults(int seed, double share)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private Func<Task>? beforeNextTransaction;
    private volatile bool away;

    /// <summary>True: every request fails.</summary>
    public bool Away
    {
        get => away;
        set => away = value;
    }

    /// <summary>Runs once, before the next transaction is sent.</summary>
    public Func<Task>? BeforeNextTransaction
    {
        set => beforeNextTransaction = value;
    }

    /// <summary>Runs once, after the next transaction has been carried out and before its sender hears of it.</summary>
    public Action? AfterNextTransaction { get; set; }

    /// <summary>Runs before each transaction is sent.</summary>
    public Func<IReadOnlyCollection<TableTransactionAction>, Task>? BeforeTransaction { get; set; }

    internal Func<Task>? TakeBeforeNextTransaction() => Interlocked.Exchange(ref beforeNextTransaction, null);

    internal async Task<T> Through<T>(Func<Task<T>> request)
    {
        var (before, after) = Next();
        if (Away || before) throw new Azure.RequestFailedException(503, "The fault injector refused the request.");
        var result = await request();
        if (after) throw new Azure.RequestFailedException(0, "The fault injector lost the reply.");
        return result;
    }

    private (bool Before, bool After) Next()
    {
        lock (gate) return (random.NextDouble() < share, random.NextDouble() < share);
    }
}
