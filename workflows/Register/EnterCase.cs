using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>
/// Enters what became of a case, from its events: everything that the register does not have yet, in its order. Carried out
/// twice, at once, or late: nothing is entered twice, and nothing is left out.
/// </summary>
public sealed class EnterCase(CasePartition partition, RegisterBook book, ReferenceTables reference)
{
    /// <returns>The case's number; null: there is nothing that the public is told.</returns>
    public async Task<RegisterNumber?> RunAsync(MouId id, CancellationToken cancel = default)
    {
        var chain = await partition.ChainAsync(id, int.MaxValue, cancel).ConfigureAwait(false);
        var steps = RegisteredSteps.Of(id, chain.Select(link => StoredJson.Read<RecordedEvent>(link.Json)));
        if (steps.Count == 0) return null;
        var ties = new TieOfCase(await reference.LocalGovernmentsAsync(cancel).ConfigureAwait(false), await reference.MissionsAsync(cancel).ConfigureAwait(false));
        var kept = await partition.FindRegisterNumberAsync(id, cancel).ConfigureAwait(false);
        RegisterWriting Decide(RegisterState now) => Missing(now, id, kept, steps, step => ties.Of(step.Mou, chain[step.Recorded.Number - 1].Hash.Value));
        // The tie and its number first, then what became of it.
        await book.WriteAsync(Decide, cancel).ConfigureAwait(false);
        var state = await book.WriteAsync(Decide, cancel).ConfigureAwait(false);
        var number = state.NumberOf(id) ?? throw new InvalidOperationException($"{id} was entered and has no number.");
        // With the case itself, so that a register that was lost gives the same numbers when it is written again.
        if (kept is null) await partition.KeepRegisterNumberAsync(id, number, cancel).ConfigureAwait(false);
        return number;
    }

    private static RegisterWriting Missing(
        RegisterState now, MouId id, RegisterNumber? kept, IReadOnlyList<RegisteredStep> steps, Func<RegisteredStep, RegisteredTie> tieOf)
    {
        var number = now.NumberOf(id);
        var there = number is { } given ? now.Of(given).Select(entry => entry.Event).ToHashSet() : [];
        var missing = steps.Where(step => !there.Contains(step.Recorded.Number)).ToList();
        var entries = number is null ? missing.Take(1) : missing;
        return new(
            [.. entries.Select(step => new EntryDraft(number, step.Cause, step.Recorded.Number, step.Recorded.At, tieOf(step)))],
            Keep: kept is { } before && now.Of(before).Count == 0 ? before : null);
    }
}
