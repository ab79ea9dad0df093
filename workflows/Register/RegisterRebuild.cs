using System.Globalization;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What a rebuild found and wrote.</summary>
public sealed record RegisterRebuilt(int Cases, int Entries);

/// <summary>
/// Writes again what the register lacks of the cases, from their events: after it was lost, and for cases that were signed
/// before there was one. A case that had a number gets the same. What is there is left alone.
/// </summary>
public sealed class RegisterRebuild(CasePartition partition, RegisterBook book, EnterCase enter)
{
    internal const string Command = "rebuild-register";

    public async Task<RegisterRebuilt> RunAsync(CancellationToken cancel = default)
    {
        var before = (await book.LoadAsync(cancel).ConfigureAwait(false)).All.Count();
        var cases = await SignedAsync(cancel).ConfigureAwait(false);
        foreach (var id in cases) await enter.RunAsync(id, cancel).ConfigureAwait(false);
        return new(cases.Count, (await book.LoadAsync(cancel).ConfigureAwait(false)).All.Count() - before);
    }

    internal async Task CommandAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments.Count > 0) throw new HostAbortedException($"'{Command}' takes nothing beside the options.");
        var rebuilt = await RunAsync(cancel).ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{rebuilt.Cases} signed cases are in the register; {rebuilt.Entries} entries were missing and are written.").AsMemory(), cancel).ConfigureAwait(false);
    }

    /// <summary>Those that had a number in its order, then the others in the order in which they were signed.</summary>
    private async Task<List<MouId>> SignedAsync(CancellationToken cancel)
    {
        var signed = new List<(MouId Id, RegisterNumber? Number, DateTimeOffset At)>();
        foreach (var id in await partition.AllAsync(cancel).ConfigureAwait(false))
            if ((await partition.FindAsync(id, cancel).ConfigureAwait(false))?.Mou.Stage.Given is { } given)
                signed.Add((id, await partition.FindRegisterNumberAsync(id, cancel).ConfigureAwait(false), given.LocalGovernment.SignedAt > given.Counterparty.SignedAt ? given.LocalGovernment.SignedAt : given.Counterparty.SignedAt));
        return [.. signed.OrderBy(one => one.Number is null).ThenBy(one => one.Number?.Year).ThenBy(one => one.Number?.Place).ThenBy(one => one.At).Select(one => one.Id)];
    }
}
