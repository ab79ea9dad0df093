using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>Whether an office has a tie of the same kind with the same counterparty already.</summary>
public sealed class TiesInEffect(CaseLists lists, MouCases cases)
{
    private const int Page = 200;
    private static readonly StageName[] Bound = [StageName.Signed, StageName.InEffect, StageName.Suspended, StageName.NoticeGiven];

    public async Task<bool> HasSameAsync(Mou mou, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mou);
        string? cursor = null;
        do
        {
            var page = await lists.OfOfficeAsync(mou.Office, cursor, Page, cancel).ConfigureAwait(false);
            foreach (var row in page.Items.Where(row => row.Id != mou.Id && row.Kind == mou.Particulars.Kind && Bound.Contains(row.Stage)))
                if (IsSame(await CounterpartyOfAsync(row, cancel).ConfigureAwait(false), mou.Particulars.Counterparty)) return true;
            cursor = page.Next;
        }
        while (cursor is not null);

        return false;
    }

    private async Task<Counterparty?> CounterpartyOfAsync(CaseRow row, CancellationToken cancel) =>
        row.Counterparty ?? (await cases.FindAsync(row.Id, cancel).ConfigureAwait(false))?.Particulars.Counterparty;

    /// <summary>By country and by any name, without regard to case and accents.</summary>
    internal static bool IsSame(Counterparty? one, Counterparty other) =>
        one is not null && one.Country == other.Country && Names(one).Intersect(Names(other)).Any();

    private static IEnumerable<string> Names(Counterparty counterparty) =>
        counterparty.Name.ByLanguage.Values.Select(FoldedWords.Of).Where(name => name.Length > 0);
}
