using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>The desk's rows, each with what the engine says of its orchestration: the instance has the MOU's id.</summary>
public static class DeskRows
{
    public static async Task<IReadOnlyList<DeskRow>> OfAsync(IEnumerable<CaseRow> rows, DurableTaskClient engine, CancellationToken cancellation) =>
        await Task.WhenAll(rows.Select(async row =>
            new DeskRow(row, (await engine.GetInstanceAsync(row.Id.Value, cancellation))?.RuntimeStatus.ToString())));
}
