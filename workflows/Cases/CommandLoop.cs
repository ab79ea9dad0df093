using System.Security.Cryptography;
using Azure;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>Load, decide, commit; and again from the start where somebody else committed first.</summary>
public sealed class CommandLoop(CasePartition partition, Nudges nudges, TimeProvider time)
{
    private const int MaxTries = 12;

    internal async Task<CommandResult> RunAsync(MouRequest request, CancellationToken cancel)
    {
        using var span = Telemetry.Source.StartActivity("carry out command")?.SetTag("mou.id", request.Id.Value).SetTag("command", request.Command.GetType().Name);
        var mine = Secret.NewToken();
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(request, mine, cancel).ConfigureAwait(false);
            }
            catch (RequestFailedException conflict) when (conflict.IsConflict())
            {
                if (tries == MaxTries) throw new CaseIsBusyException(request.Id);
                await Task.Delay(RandomNumberGenerator.GetInt32(5, 20 * tries), cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task<CommandResult> TryAsync(MouRequest request, string mine, CancellationToken cancel)
    {
        // The state first: a command that was carried out before it was read is then found for certain.
        var standing = await partition.FindAsync(request.Id, cancel).ConfigureAwait(false);
        if (await FindCarriedOutAsync(request, mine, cancel).ConfigureAwait(false) is { } before) return before;
        if (standing is null && request.Command is not MouCommand.CreateDraft) return new CommandResult.NotFound();

        var mou = standing?.Mou ?? Mou.NotBegun(request.Id);
        if (request.ExpectedVersion is { } expected && expected != mou.Version) return new CommandResult.VersionMismatch(mou);
        var now = time.GetUtcNow();
        return MouLifecycle.Decide(request.Command, request.By, mou, now) switch
        {
            Decision.Refused refused => Refused(refused.Why, mou),
            Decision.Events { New.Count: 0 } when request.Command is MouCommand.PassTime => new CommandResult.Done(mou, [], false),
            Decision.Events events => await CommitAsync(mou, ChangeFor(request, mine, standing, mou, events.New, now), cancel).ConfigureAwait(false),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not carried out."),
        };
    }

    private static CaseChange ChangeFor(
        MouRequest request, string mine, StandingCase? standing, Mou mou, IReadOnlyList<MouEvent> happened, DateTimeOffset now)
    {
        var first = mou.Version + 1;
        var events = new List<RecordedEvent>();
        var effects = new List<Effect>();
        foreach (var one in happened)
        {
            var recorded = new RecordedEvent(mou.Version + 1, now, request.By, one);
            events.Add(recorded);
            effects.AddRange(Effects.Of(recorded, mou));
            mou = MouLifecycle.Evolve(mou, recorded);
        }

        return new(request.Id, standing, mou, events, new(request.Key, mine, first, mou.Version), effects);
    }

    private static CommandResult.Refused Refused(Refusal why, Mou mou)
    {
        Counts.Refused(why);
        return new(why, mou);
    }

    private async Task<CommandResult> CommitAsync(Mou before, CaseChange change, CancellationToken cancel)
    {
        if (change.Events.Count > 0) await nudges.ExpectAsync(change.Id, change.After.Version, cancel).ConfigureAwait(false);
        try
        {
            await partition.CommitAsync(change, cancel).ConfigureAwait(false);
        }
        catch (Exception unclear) when (unclear is not RequestFailedException { Status: >= 400 and < 500 and not 408 })
        {
            // The answer was lost; the change may stand. Only the partition can tell.
            if (await partition.FindCommandAsync(change.Id, change.Command.Key, cancel).ConfigureAwait(false) is null) throw;
        }

        Counts.Moved(before, change.After);
        return new CommandResult.Done(change.After, change.Events, Repeated: false);
    }

    private async Task<CommandResult?> FindCarriedOutAsync(MouRequest request, string mine, CancellationToken cancel)
    {
        if (await partition.FindCommandAsync(request.Id, request.Key, cancel).ConfigureAwait(false) is not { } before) return null;
        if (before.Key.Fingerprint != request.Key.Fingerprint) return new CommandResult.KeyUsedForSomethingElse();
        var events = before.LastEvent < before.FirstEvent
            ? []
            : await partition.EventsAsync(request.Id, before.FirstEvent, before.LastEvent, cancel).ConfigureAwait(false);
        var standing = await partition.FindAsync(request.Id, cancel).ConfigureAwait(false);
        var mou = standing?.Mou ?? throw BrokenCaseException.EventMissing(request.Id, before.FirstEvent);
        return new CommandResult.Done(mou, events, Repeated: before.Try != mine);
    }
}
