using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>Whether an office has a tie of the same kind with the same counterparty already.</summary>
public sealed class TiesInEffect(CaseLists lists, MouCases cases, RegisterBook register, TimeProvider time)
{
    private const int Page = 200;
    private static readonly RegisterStatus[] Registered = [RegisterStatus.Signed, RegisterStatus.InEffect, RegisterStatus.Suspended, RegisterStatus.NoticeGiven];
    private static readonly StageName[] Bound = [StageName.Signed, StageName.InEffect, StageName.Suspended, StageName.NoticeGiven];

    public async Task<bool> HasSameAsync(Mou mou, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mou);
        if (await IsRegisteredAsync(mou, cancel).ConfigureAwait(false)) return true;
        // What was signed a moment ago is not in the register yet.
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

    /// <summary>Ties of before, which no case tells of, stand in the register alone.</summary>
    private async Task<bool> IsRegisteredAsync(Mou mou, CancellationToken cancel)
    {
        var (today, state) = (SeoulTime.DayOf(time.GetUtcNow()), await register.ReadAsync(cancel).ConfigureAwait(false));
        return state.Current.Select(entry => entry.Tie.On(today)).Any(tie =>
            tie.Mou != mou.Id && tie.Office == mou.Office && tie.Kind == mou.Particulars.Kind && Registered.Contains(tie.Status)
            && IsSame(tie.Counterparty, mou.Particulars.Counterparty));
    }

    private async Task<Counterparty?> CounterpartyOfAsync(CaseRow row, CancellationToken cancel) =>
        row.Counterparty ?? (await cases.FindAsync(row.Id, cancel).ConfigureAwait(false))?.Particulars.Counterparty;

    /// <summary>
    /// By country and by any name, without regard to case and accents; the association's list of before names the city alone,
    /// which a draft may have as the place of a "City of …".
    /// </summary>
    internal static bool IsSame(Counterparty? one, Counterparty other) =>
        one is not null && one.Country == other.Country
        && (Words(one.Name).Intersect(Words(other.Name).Concat(Words(other.Place))).Any() || Words(one.Place).Intersect(Words(other.Name)).Any());

    private static IEnumerable<string> Words(LocalizedText names) => names.ByLanguage.Values.Select(FoldedWords.Of).Where(name => name.Length > 0);
}
