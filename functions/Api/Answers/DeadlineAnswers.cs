using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>The deadlines that run now, each with how it was counted.</summary>
/// <param name="Past">Those that ended, the oldest first.</param>
public sealed record DeadlineListAnswer(IReadOnlyList<DeadlineAnswer> Items, IReadOnlyList<PastDeadlineAnswer> Past)
{
    public static DeadlineListAnswer Of(IEnumerable<DeadlineAccount> accounts, IEnumerable<PastAccount> past) =>
        new([.. accounts.Select(DeadlineAnswer.Of)], [.. past.Select(one => PastDeadlineAnswer.Of(one.Deadline))]);
}

/// <summary>A deadline that ended.</summary>
/// <param name="LastDay">The last day in time, in Seoul, as it stood at the end.</param>
/// <param name="End">"met", "missed" or "dropped".</param>
/// <param name="Extensions">How often more time was given.</param>
public sealed record PastDeadlineAnswer(
    string Matter, MissionId? Mission, int Round, DateTimeOffset SetAt, DateTimeOffset EndsAt, DateOnly LastDay, DateTimeOffset EndedAt, string End, int Extensions)
{
    public static PastDeadlineAnswer Of(PastDeadline past) => new(
        KebabCase.Of(past.Matter), past.Mission, past.Round, past.SetAt, past.By.EndsAt, past.By.LastDay, past.EndedAt, KebabCase.Of(past.End), past.Extensions);
}

/// <summary>One deadline.</summary>
/// <param name="Matter">What is due: "review", "set-signing".</param>
/// <param name="Mission">Whose it is; null for the office's own.</param>
/// <param name="EndsAt">The first moment that is too late, in UTC.</param>
/// <param name="LastDay">The last day in time, in Seoul.</param>
/// <param name="EndsThere">The same moment in the mission's capital, with its offset; null where there is none.</param>
/// <param name="TimeZone">The capital's zone, by IANA's name.</param>
/// <param name="StoppedAt">Since when it stands, because its request came back undelivered; null: it runs.</param>
/// <param name="Count">How it was counted; null for a day that somebody set.</param>
public sealed record DeadlineAnswer(
    string Matter, MissionId? Mission, DateTimeOffset EndsAt, DateOnly LastDay, DateTimeOffset? EndsThere, string? TimeZone, DateTimeOffset? StoppedAt, DeadlineCountAnswer? Count)
{
    public static DeadlineAnswer Of(DeadlineAccount account)
    {
        var (running, zone) = (account.Running, ZoneOf(account.Mission?.TimeZone));
        return new(
            KebabCase.Of(running.Matter), running.Mission, running.By.EndsAt, running.By.LastDay,
            zone is null ? null : TimeZoneInfo.ConvertTime(running.By.EndsAt, zone), zone?.Id, running.StoppedAt,
            account.Explanation is { } explained ? DeadlineCountAnswer.Of(explained) : null);
    }

    private static TimeZoneInfo? ZoneOf(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}

/// <summary>The account of a deadline: what it was counted from, and every day.</summary>
/// <param name="StartedBy">"recorded", "sent", "arrived" or "resent".</param>
/// <param name="Unit">"days", "working-days", "months" or "years".</param>
/// <param name="EndsOn">The last day by the holidays known now.</param>
/// <param name="WorkingDays">Working days of Korea behind the first day.</param>
/// <param name="ReaderWorkingDays">Those on which the mission is not closed either.</param>
public sealed record DeadlineCountAnswer(
    DateTimeOffset StartedAt, string StartedBy, int Length, string Unit, DateOnly StartsOn, DateOnly EndsOn, int WorkingDays, int ReaderWorkingDays,
    IReadOnlyList<DeadlineChangeAnswer> Changes, IReadOnlyList<CountedDayAnswer> Days)
{
    public static DeadlineCountAnswer Of(DeadlineExplanation explained)
    {
        var terms = explained.Terms;
        return new(
            terms.Start.At, KebabCase.Of(terms.Start.Cause), terms.Length.Count, KebabCase.Of(terms.Length.Unit), explained.StartsOn, explained.EndsOn,
            explained.WorkingDays, explained.ReaderWorkingDays, [.. terms.Changes.Select(DeadlineChangeAnswer.Of)],
            [.. explained.Days.Select(day => CountedDayAnswer.Of(day, terms.Changes))]);
    }
}

/// <summary>What moved the end.</summary>
/// <param name="Kind">"extended", "interrupted" or "restarted".</param>
/// <param name="At">When more time was given, the outage began or the clock started anew.</param>
/// <param name="Until">When the outage was repaired.</param>
/// <param name="By">Who gave more time: "office", "desk" or "reader". What restarted the clock: "arrived" or "resent".</param>
public sealed record DeadlineChangeAnswer(string Kind, DateTimeOffset At, DateTimeOffset? Until, int? Length, string? Unit, string? By, string? Reason)
{
    public static DeadlineChangeAnswer Of(DeadlineChange change) => change switch
    {
        DeadlineChange.Extended e => new("extended", e.At, null, e.By.Count, KebabCase.Of(e.By.Unit), KebabCase.Of(e.Who), e.Reason),
        DeadlineChange.Interrupted e => new("interrupted", e.From, e.RepairedAt, null, null, null, null),
        DeadlineChange.Restarted e => new("restarted", e.At, null, null, null, KebabCase.Of(e.Cause), null),
        _ => throw new InvalidOperationException($"{change.GetType().Name} has no name in the API."),
    };
}

/// <summary>One calendar day of the count, in Seoul.</summary>
/// <param name="Standing">"first-day", "counted", "not-counted", "end-moved", "outage" or "before-restart".</param>
/// <param name="Number">Its number in the period or the extension; null where it is not counted.</param>
/// <param name="Closed">Why there is no work on it; empty on a working day.</param>
/// <param name="Change">The place in "changes" of what it belongs to; null in the period itself.</param>
public sealed record CountedDayAnswer(DateOnly Day, string Standing, int? Number, IReadOnlyList<ClosureAnswer> Closed, int? Change, bool IsLast)
{
    public static CountedDayAnswer Of(ExplainedDay day, IReadOnlyList<DeadlineChange> changes) => new(
        day.Day, KebabCase.Of(day.Standing), day.Number, [.. day.Closed.Select(ClosureAnswer.Of)],
        day.Change is { } change ? changes.Index().First(one => ReferenceEquals(one.Item, change)).Index : null, day.IsLast);
}

/// <summary>Why an office does not work on a day.</summary>
/// <param name="Kind">"saturday", "sunday", "public-holiday" or "mission-closed".</param>
/// <param name="LegalBasis">Of a public holiday, in Korean.</param>
public sealed record ClosureAnswer(string Kind, LocalizedText? Name, string? LegalBasis)
{
    public static ClosureAnswer Of(Closure closure) => new(KebabCase.Of(closure.Kind), closure.Name, closure.LegalBasis);
}
