using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Carries out what administrators want done to a case's orchestration. That cannot do it itself: one that is suspended
/// carries nothing out. So whoever recorded the step does, and where they were cut off the minute's timer. Safe to run twice.
/// </summary>
public sealed partial class StepIn(CasePartition partition, CarryOutEffect effects, MailLedger mails, Dispatcher dispatcher, ILogger<StepIn> log)
{
    /// <summary>Never fails: what is left stands in the case and is found again within a minute.</summary>
    /// <returns>Whether there was a step to take.</returns>
    public async Task<bool> TryAsync(MouId id, DurableTaskClient engine, CancellationToken cancel = default)
    {
        try
        {
            return await RunAsync(id, engine, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogLeft(log, id.Value, fault);
            return true;
        }
    }

    private async Task<bool> RunAsync(MouId id, DurableTaskClient engine, CancellationToken cancel)
    {
        var left = await partition.EffectsAsync(id, cancel).ConfigureAwait(false);
        var steps = left.Where(effect => effect.Kind == EffectKind.Orchestration).OrderBy(effect => effect.EventNumber).ToList();
        foreach (var step in steps)
        {
            // Who is to be told is told first: an orchestration that stops carries out nothing more.
            foreach (var told in left.Where(effect => effect.EventNumber == step.EventNumber && effect != step))
                await effects.RunAsync(new(id.Value, told.Name), engine, cancel).ConfigureAwait(false);
            await TakeAsync(id, step, engine, cancel).ConfigureAwait(false);
            await partition.RemoveEffectAsync(id, step.Name, cancel).ConfigureAwait(false);
        }

        return steps.Count > 0;
    }

    private async Task TakeAsync(MouId id, Effect step, DurableTaskClient engine, CancellationToken cancel)
    {
        // Somebody else may have taken it while those before it were taken.
        if (await partition.FindEffectAsync(id, step.Name, cancel).ConfigureAwait(false) is null) return;
        var events = await partition.EventsAsync(id, step.EventNumber, step.EventNumber, cancel).ConfigureAwait(false);
        if (events is not [{ Event: MouEvent.OrchestrationIntervened stepped }]) throw BrokenCaseException.EventMissing(id, step.EventNumber);
        if (stepped.Deed == Intervention.RetryEffect)
        {
            await RetryAsync(id, stepped.Effect!, engine, cancel).ConfigureAwait(false);
            await dispatcher.NudgeAsync(id, engine, cancel).ConfigureAwait(false);
        }
        else if (stepped.Deed == Intervention.RetryMail) await SendAgainAsync(new(id.Value, stepped.Effect!), engine, cancel).ConfigureAwait(false);
        else await TakeAsync(id, step.Name, stepped.Deed, engine, cancel).ConfigureAwait(false);
    }

    /// <param name="why">Names the event. What the administrator wrote stays in the case: the engine's history is read by others.</param>
    private Task TakeAsync(MouId id, string why, Intervention deed, DurableTaskClient engine, CancellationToken cancel) => deed switch
    {
        Intervention.Suspend => WhereItRunsAsync(id, engine, () => engine.SuspendInstanceAsync(id.Value, why, cancel), cancel),
        Intervention.Terminate => WhereItRunsAsync(id, engine, () => engine.TerminateInstanceAsync(id.Value, new TerminateInstanceOptions(why), cancel), cancel),
        Intervention.Resume => ResumeAsync(id, why, engine, cancel),
        Intervention.Rewind => RewindAsync(id, why, engine, cancel),
        // A start under the case's id takes the place of whatever has ended there, with the same input as ever.
        Intervention.Nudge or Intervention.Restart => dispatcher.NudgeAsync(id, engine, cancel),
        _ => throw new InvalidOperationException($"Nobody knows how to {deed}."),
    };

    private async Task ResumeAsync(MouId id, string why, DurableTaskClient engine, CancellationToken cancel)
    {
        await WhereItRunsAsync(id, engine, () => engine.ResumeInstanceAsync(id.Value, why, cancel), cancel).ConfigureAwait(false);
        await dispatcher.NudgeAsync(id, engine, cancel).ConfigureAwait(false);
    }

    private static async Task RewindAsync(MouId id, string why, DurableTaskClient engine, CancellationToken cancel)
    {
        if (await engine.GetInstanceAsync(id.Value, cancel).ConfigureAwait(false) is { RuntimeStatus: OrchestrationRuntimeStatus.Failed })
            await engine.RewindInstanceAsync(id.Value, why, cancel).ConfigureAwait(false);
    }

    /// <summary>Again: it is on its way, or went out, and that is left as it is.</summary>
    private async Task SendAgainAsync(MailDeliveryInput mail, DurableTaskClient engine, CancellationToken cancel)
    {
        if (await mails.ReopenAsync(mail, cancel).ConfigureAwait(false) is { } times) await Dispatcher.DeliverAgainAsync(mail, times, engine, cancel).ConfigureAwait(false);
    }

    private async Task RetryAsync(MouId id, string effect, DurableTaskClient engine, CancellationToken cancel)
    {
        try
        {
            await effects.RunAsync(new(id.Value, effect), engine, cancel).ConfigureAwait(false);
        }
        catch (Exception again) when (again is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // It was tried, and stays among what is left to do; the orchestration goes on trying.
            LogFailedAgain(log, id.Value, effect, again);
        }
    }

    /// <summary>Hosts answer differently where there is nothing to stop: an exception of the engine, of gRPC, or silence.</summary>
    private static async Task WhereItRunsAsync(MouId id, DurableTaskClient engine, Func<Task> act, CancellationToken cancel)
    {
        if (await engine.GetInstanceAsync(id.Value, cancel).ConfigureAwait(false) is null or { IsCompleted: true }) return;
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (await engine.GetInstanceAsync(id.Value, cancel).ConfigureAwait(false) is { IsCompleted: false }) throw;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A step on the orchestration of {Mou} was recorded and is not taken yet. It is tried again within a minute.")]
    private static partial void LogLeft(ILogger log, string mou, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "The effect {Effect} of {Mou} was tried again and failed again.")]
    private static partial void LogFailedAgain(ILogger log, string mou, string effect, Exception fault);
}
