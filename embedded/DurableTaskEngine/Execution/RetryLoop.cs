using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>Calls again what failed, as its options say. It runs as part of the orchestrator and is replayed with it.</summary>
internal static class RetryLoop
{
    internal static async Task<T> Run<T>(
        TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt, Func<TimeSpan, Task> delay)
    {
        if (retry is null) return await attempt();
        var started = context.CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed) when (!FailureKinds.IsFinal(failed.FailureDetails?.ErrorType))
            {
                var again = retry.Policy is { } policy
                    ? await Wait(policy, failed, number, started, context, delay)
                    : await retry.Handler!(new RetryContext(
                        context, number, failed.FailureDetails!, context.CurrentUtcDateTime - started, CancellationToken.None));
                if (!again) throw;
            }
        }
    }

    private static async Task<bool> Wait(
        RetryPolicy policy,
        TaskFailedException failed,
        int number,
        DateTime started,
        TaskOrchestrationContext context,
        Func<TimeSpan, Task> delay)
    {
        if (number >= policy.MaxNumberOfAttempts) return false;
        if (failed.FailureDetails is { } failure && !policy.Handles(failure)) return false;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && context.CurrentUtcDateTime - started >= policy.RetryTimeout) return false;

        await delay(Pause(policy, number));
        return true;
    }

    private static TimeSpan Pause(RetryPolicy policy, int number)
    {
        var pause = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, number - 1);
        return pause < policy.MaxRetryInterval.TotalMilliseconds ? TimeSpan.FromMilliseconds(pause) : policy.MaxRetryInterval;
    }
}
