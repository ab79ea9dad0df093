using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>An office's own MOUs, and no other's.</summary>
public sealed class OfficeCases(MouCases cases)
{
    /// <exception cref="ProblemException">404 for none, 403 for another office's.</exception>
    public async Task<Mou> FindAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var mou = await FindAsync(id, cancellation);
        return mou.Office == caller.Office ? mou : throw new ProblemException(ProblemKind.OfAnotherOffice);
    }

    public Task<IReadOnlyList<RecordedEvent>> HistoryAsync(Mou mou, CancellationToken cancellation) => cases.HistoryAsync(mou.Id, cancellation);

    /// <summary>The last so many events.</summary>
    public Task<IReadOnlyList<RecordedEvent>> NewestAsync(Mou mou, int count, CancellationToken cancellation) => cases.NewestAsync(mou, count, cancellation);

    private async Task<Mou> FindAsync(string id, CancellationToken cancellation) =>
        (IsId(id) ? await cases.FindAsync(new MouId(id), cancellation) : null) ?? throw new ProblemException(ProblemKind.NotFound);

    /// <summary>Ids are ours, and plain: anything else never reaches a table's key.</summary>
    internal static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);
}
