using Microsoft.DurableTask;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>How often and how long orchestrations try, by name, in one place.</summary>
internal static class Retries
{
    /// <summary>For reading and writing our own tables: storage that is away comes back, so this goes on for days.</summary>
    public static readonly TaskOptions Records = TaskOptions.FromRetryPolicy(
        new RetryPolicy(1_000, TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5), retryTimeout: TimeSpan.FromDays(3)));

    /// <summary>For one effect. It is short, because the others wait: what still fails stays in the partition and is tried again later.</summary>
    public static readonly TaskOptions Effect = TaskOptions.FromRetryPolicy(
        new RetryPolicy(5, TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(10)));

    /// <summary>For a mail about a case: a day, at the end once an hour.</summary>
    public static readonly TaskOptions Mail = TaskOptions.FromRetryPolicy(
        new RetryPolicy(100, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(1), retryTimeout: TimeSpan.FromDays(1)));

    /// <summary>For a mail with a code: as long as the code would hold.</summary>
    public static readonly TaskOptions ShortLivedMail = TaskOptions.FromRetryPolicy(
        new RetryPolicy(100, TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(30), retryTimeout: TimeSpan.FromMinutes(Links.OneTimeCodes.HoldsMinutes)));

    /// <summary>When a case looks again at effects that keep failing.</summary>
    public static readonly TimeSpan StuckEffectsEvery = TimeSpan.FromMinutes(5);

    /// <summary>The least that a case sleeps: a clock that disagrees with another by a moment must not make it spin.</summary>
    public static readonly TimeSpan ShortestSleep = TimeSpan.FromSeconds(1);
}
