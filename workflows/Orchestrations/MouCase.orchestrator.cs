using Microsoft.DurableTask;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// One MOU's orchestration, under the MOU's id. It knows effects, due dates and the end, and no stage. Everything that it
/// does is read from the partition when it wakes: a nudge that is lost, doubled or made up changes nothing.
/// </summary>
public sealed class MouCase : TaskOrchestrator<MouCaseInput, object?>
{
    /// <summary>The event that says: look at the partition.</summary>
    public const string Nudged = "Nudged";

    /// <summary>History is cut off after so many looks.</summary>
    private const int LooksOfOneExecution = 20;

    public override async Task<object?> RunAsync(TaskOrchestrationContext context, MouCaseInput input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var nudge = context.WaitForExternalEvent<object?>(Nudged);
        for (var look = 0; look < LooksOfOneExecution; look++)
        {
            var agenda = await context.CallActivityAsync<CaseAgenda>(nameof(ReadAgenda), input, Retries.Records);
            var isStuck = await AreStuckAsync(context, input, agenda.Effects);
            if (agenda.Effects.Count > 0 && !isStuck) continue;
            if (agenda.IsOver && !isStuck) return null;
            if (agenda.IsDue) await context.CallActivityAsync(nameof(PassTime), input, Retries.Records);
            else if (await WasNudgedAsync(context, nudge, WakeAt(context, agenda, isStuck))) nudge = context.WaitForExternalEvent<object?>(Nudged);
        }

        context.ContinueAsNew(input, preserveUnprocessedEvents: true);
        return null;
    }

    /// <summary>Carries the effects out, all at once.</summary>
    /// <returns>Whether one of them keeps failing.</returns>
    private static async Task<bool> AreStuckAsync(TaskOrchestrationContext context, MouCaseInput input, IReadOnlyList<string> effects)
    {
        var tasks = effects.Select(effect => context.CallActivityAsync(nameof(CarryOutEffect), new CaseEffectInput(input.MouId, effect), Retries.Effect)).ToList();
        try
        {
            await Task.WhenAll(tasks);
            return false;
        }
        catch (TaskFailedException)
        {
            return true;
        }
    }

    private static DateTime? WakeAt(TaskOrchestrationContext context, CaseAgenda agenda, bool isStuck)
    {
        var again = isStuck ? context.CurrentUtcDateTime + Retries.StuckEffectsEvery : (DateTime?)null;
        var due = agenda.NextDue?.UtcDateTime;
        var first = again < due || due is null ? again : due;
        var soonest = context.CurrentUtcDateTime + Retries.ShortestSleep;
        return first < soonest ? soonest : first;
    }

    /// <summary>Sleeps until the nudge or the time, whichever comes first. A timer may come early: whoever wakes asks the clock.</summary>
    private static async Task<bool> WasNudgedAsync(TaskOrchestrationContext context, Task nudge, DateTime? wakeAt)
    {
        if (wakeAt is not { } at)
        {
            await nudge;
            return true;
        }

        using var sleep = new CancellationTokenSource();
        if (await Task.WhenAny(nudge, context.CreateTimer(at, sleep.Token)) != nudge) return false;
        // Not CancelAsync: that leaves the orchestrator's thread, and is nothing that can be replayed.
        sleep.Cancel();
        return true;
    }
}
