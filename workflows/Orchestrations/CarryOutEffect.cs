using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Register;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Carries one effect out and removes its row. Safe to run twice and to be cut off anywhere: lists keep the newest
/// version, the register enters what it lacks, a mail's row and its delivery are made once under their names.
/// </summary>
public sealed class CarryOutEffect(CasePartition partition, CaseWork work, CaseLists lists, CaseIndex index, MailLedger mails, Recipients recipients, LinkedMous linked, EnterCase register)
{
    public async Task RunAsync(CaseEffectInput input, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var id = new MouId(input.MouId);
        if (await partition.FindEffectAsync(id, input.Effect, cancel).ConfigureAwait(false) is not { } standing) return;
        var effect = standing.Effect;
        using var span = Telemetry.Continue("carry out effect", standing.Trace)?.SetTag("mou.id", id.Value).SetTag("effect.name", effect.Name);
        await work.EffectAsync(id, effect.Name, async () =>
        {
            await CarryOutAsync(id, effect, engine, cancel).ConfigureAwait(false);
            await partition.RemoveEffectAsync(id, effect.Name, cancel).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        Counts.CarriedOut(effect.Kind);
    }

    private Task CarryOutAsync(MouId id, Effect effect, DurableTaskClient engine, CancellationToken cancel) => effect.Kind switch
    {
        EffectKind.Lists => WriteListsAsync(id, cancel),
        EffectKind.Register => register.RunAsync(id, cancel),
        EffectKind.Mail => SendMailsAsync(id, effect, engine, cancel),
        EffectKind.LinkedMous => linked.TellAsync(id, effect, engine, cancel),
        _ => throw new InvalidOperationException($"Nobody carries out {effect.Kind}."),
    };

    private async Task WriteListsAsync(MouId id, CancellationToken cancel)
    {
        if (await partition.FindAsync(id, cancel).ConfigureAwait(false) is not { } standing) return;
        await lists.WriteAsync(standing.Mou, cancel).ConfigureAwait(false);
        await index.WriteAsync(Summary.Of(standing.Mou), cancel).ConfigureAwait(false);
    }

    private async Task SendMailsAsync(MouId id, Effect effect, DurableTaskClient engine, CancellationToken cancel)
    {
        var until = await partition.EventsAsync(id, 1, effect.EventNumber, cancel).ConfigureAwait(false);
        var mou = MouLifecycle.Replay(id, until);
        var (kind, to) = (effect.Mail!.Value, effect.To!.Value);
        foreach (var reader in await recipients.OfAsync(to, effect.Mission, mou, until, cancel).ConfigureAwait(false))
        {
            var occasion = new MailOccasion.AboutCase(id, kind, to, effect.EventNumber, reader.Name, reader.Language, reader.Link);
            var mail = await mails.QueueAsync(id.Value, effect.Name + reader.Key, reader.Address, occasion, cancel).ConfigureAwait(false);
            await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
        }
    }
}
