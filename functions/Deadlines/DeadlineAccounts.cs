using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Functions.Deadlines;

/// <summary>The deadlines that run in an MOU, each with the account of how it was counted.</summary>
public sealed class DeadlineAccounts(ReferenceTables reference, MouCases cases)
{
    public async Task<IReadOnlyList<DeadlineAccount>> OfAsync(Mou mou, CancellationToken cancellation)
    {
        var accounts = new List<DeadlineAccount>();
        foreach (var running in MouLifecycle.RunningIn(mou.Stage))
            accounts.Add(await OfAsync(running, mou, cancellation));
        return accounts;
    }

    /// <summary>Those that ended, the oldest first.</summary>
    public async Task<IReadOnlyList<PastAccount>> PastAsync(Mou mou, CancellationToken cancellation)
    {
        var past = new List<PastAccount>();
        foreach (var ended in PastDeadlines.Of(mou.Id, await cases.HistoryAsync(mou.Id, cancellation)))
            past.Add(new(ended, ended.Mission is { } id ? await reference.ExpectMissionAsync(id, cancellation) : null));
        return past;
    }

    /// <summary>Of those that ended, an embassy sees its own; nobody else by link had one before.</summary>
    public async Task<IReadOnlyList<PastAccount>> PastOfHolderAsync(Link link, Mou mou, CancellationToken cancellation) =>
        link.Holder != LinkHolder.Reviewer ? []
        : [.. (await PastAsync(mou, cancellation)).Where(account => account.Deadline.Mission is { } mission && mission == link.MissionIn(mou))];

    /// <summary>Whoever reviews sees what they have themselves to keep, and nothing of the office's; a signer has no deadline.</summary>
    public async Task<IReadOnlyList<DeadlineAccount>> OfHolderAsync(Link link, Mou mou, CancellationToken cancellation) =>
        [.. (await OfAsync(mou, cancellation)).Where(account => link.Holder switch
        {
            LinkHolder.Reviewer => account.Running.Mission is { } mission && mission == link.MissionIn(mou),
            LinkHolder.CentralReviewer => account.Running.Matter is Reminder.CentralReview,
            _ => false,
        })];

    /// <summary>By the closed days that the round heeds: those of its opening.</summary>
    private async Task<DeadlineAccount> OfAsync(RunningDeadline running, Mou mou, CancellationToken cancellation)
    {
        var mission = running.Mission is { } id ? await reference.ExpectMissionAsync(id, cancellation) : null;
        var calendar = mission is not null && mou.Stage.Live is Stage.UnderReview review && review.Of(mission.Id) is { } embassy ? embassy.Reviewer.Calendar : WorkingCalendar.Korea;
        return new(running, mission, running.By.Terms is { } terms ? DeadlineExplanation.Of(terms, calendar) : null);
    }
}
