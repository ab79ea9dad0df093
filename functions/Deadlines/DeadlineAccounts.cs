using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Functions.Deadlines;

/// <summary>The deadlines that run in an MOU, each with the account of how it was counted.</summary>
public sealed class DeadlineAccounts(ReferenceTables reference)
{
    public async Task<IReadOnlyList<DeadlineAccount>> OfAsync(Mou mou, CancellationToken cancellation)
    {
        var accounts = new List<DeadlineAccount>();
        foreach (var running in MouLifecycle.RunningIn(mou.Stage))
            accounts.Add(await OfAsync(running, mou, cancellation));
        return accounts;
    }

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
