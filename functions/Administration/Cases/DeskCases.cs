using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>Any office's MOU, for the association's people.</summary>
public sealed class DeskCases(MouCases cases)
{
    /// <exception cref="ProblemException">404.</exception>
    public async Task<Mou> FindAsync(string id, CancellationToken cancellation) =>
        (OfficeCases.IsId(id) ? await cases.FindAsync(new MouId(id), cancellation) : null) ?? throw new ProblemException(ProblemKind.NotFound);

    public Task<IReadOnlyList<RecordedEvent>> HistoryAsync(Mou mou, CancellationToken cancellation) => cases.HistoryAsync(mou.Id, cancellation);
}
