using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Carries what happened to one MOU over to those it is linked to: a variation that took effect to the one that it varies,
/// and the end of that one to its variations. Safe to run twice: the same command under the same key.
/// </summary>
public sealed class LinkedMous(CasePartition partition, MouCases cases)
{
    public async Task TellAsync(MouId id, Effect effect, DurableTaskClient engine, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var until = await partition.EventsAsync(id, 1, effect.EventNumber, cancel).ConfigureAwait(false);
        var mou = MouLifecycle.Replay(id, until);
        if (MouLifecycle.EndOf(mou) is { } end)
            foreach (var variation in mou.Variations)
                await DoAsync(variation.By, new MouCommand.EndWithVaried(id, end), effect, engine, cancel).ConfigureAwait(false);
        else if (until.Select(recorded => recorded.Event).OfType<MouEvent.TookEffect>().LastOrDefault() is { } effective)
            await TakeUpAsync(mou, effective, effect, engine, cancel).ConfigureAwait(false);
    }

    private async Task TakeUpAsync(Mou variation, MouEvent.TookEffect effective, Effect effect, DurableTaskClient engine, CancellationToken cancel)
    {
        var term = effective.EndsOn is { } end ? new VariedTerm(end, variation.Particulars.Term?.Renewal) : null;
        foreach (var varied in variation.Links.Where(link => link.Kind == MouLinkKind.Varied))
        {
            var taken = new MouCommand.TakeUpVariation(variation.Id, variation.Text, effective.On, term);
            // What ended before it could be varied takes its variation along.
            if (await DoAsync(varied.Other, taken, effect, engine, cancel).ConfigureAwait(false) is CommandResult.Refused refused
                && MouLifecycle.EndOf(refused.Mou) is { } ended)
                await DoAsync(variation.Id, new MouCommand.EndWithVaried(varied.Other, ended), effect, engine, cancel).ConfigureAwait(false);
        }
    }

    private Task<CommandResult> DoAsync(MouId other, MouCommand command, Effect effect, DurableTaskClient engine, CancellationToken cancel) => cases.CarryOutAsync(
        new(other, command, new Actor.Clock(), CommandKey.From("linked", $"{effect.Name}/{command.GetType().Name}/{IdOf(command)}", "")), engine, cancel);

    private static string IdOf(MouCommand command) => command switch
    {
        MouCommand.TakeUpVariation taken => taken.Variation.Value,
        MouCommand.EndWithVaried ended => ended.Varied.Value,
        _ => "",
    };
}
