using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>How a deadline was counted, as sentences.</summary>
public static class CountingWords
{
    /// <summary>"30 days" · "5 working days" · "6 months".</summary>
    public static string Length(PeriodLength length, Language language)
    {
        ArgumentNullException.ThrowIfNull(length);
        return Words.Count(language, $"Counting.Length.{length.Unit}", length.Count);
    }

    public static string Start(PeriodStart start, Language language)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Words.Of(language, $"Counting.Start.{start.Cause}", Dates.Moment(start.At, language));
    }

    /// <summary>What moved the end: "On 30 November 2026 the office gave 10 days more."</summary>
    public static string Change(DeadlineChange change, Language language) => change switch
    {
        DeadlineChange.Extended e => Words.Of(language, $"Counting.Extended.{e.Who}", Day(e.At, language), Length(e.By, language)),
        DeadlineChange.Interrupted e => Words.Of(language, "Counting.Interrupted", Dates.Moment(e.From, language), Dates.Moment(e.RepairedAt, language)),
        DeadlineChange.Restarted e => Words.Of(language, $"Counting.Restarted.{e.Cause}", Dates.Moment(e.At, language)),
        _ => throw new InvalidOperationException($"{change?.GetType().Name} has no words."),
    };

    /// <summary>What the day is to the deadline, and why; empty for a plain counted day.</summary>
    public static string Why(ExplainedDay day, Language language)
    {
        ArgumentNullException.ThrowIfNull(day);
        var closed = Closed(day.Closed, language);
        string[] sentences =
        [
            Words.Of(language, Key(day, closed.Length > 0), closed),
            day.EndMovesOn ? Words.Of(language, "Counting.Day.EndMovesOn") : "",
            day.IsLast ? Words.Of(language, "Counting.Day.Last") : "",
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0 && sentence != Plain));
    }

    /// <summary>"Saturday, Chuseok".</summary>
    public static string Closed(IEnumerable<Closure> closed, Language language) => string.Join(", ", closed.Select(why => why.Kind switch
    {
        ClosureKind.PublicHoliday => why.Name!.In(language),
        _ => Words.Of(language, $"Counting.{why.Kind}"),
    }));

    // A word of its own, so that no sentence can be taken for it.
    private const string Plain = "–";

    private static string Key(ExplainedDay day, bool closed) => day.Standing switch
    {
        DayStanding.Counted when day.Change is DeadlineChange.Extended => closed ? "Counting.Day.ExtendedClosed" : "Counting.Day.Extended",
        DayStanding.Counted => closed ? "Counting.Day.CountedClosed" : "Counting.Day.Counted",
        DayStanding.EndMoved => closed ? "Counting.Day.MovedOn" : "Counting.Day.MovedHere",
        DayStanding.Outage when day.IsLast => "Counting.Day.AfterRepair",
        DayStanding.Outage => closed ? "Counting.Day.OutageClosed" : "Counting.Day.Outage",
        _ => $"Counting.Day.{day.Standing}",
    };

    private static string Day(DateTimeOffset at, Language language) => Dates.Long(SeoulTime.DayOf(at), language);
}
