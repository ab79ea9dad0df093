using System.Globalization;
using System.Text.Json;

namespace LocalDiplomacy.Demo;

/// <summary>A part of the play. Each step does what its line then says, and fails where the program does not show the same.</summary>
internal abstract class Scene(Cast cast, Waits waits, Story story)
{
    protected Cast Cast => cast;

    protected Waits Waits => waits;

    protected Story Story => story;

    /// <summary>Signs the officer's program in anew: keys hold for a year.</summary>
    protected async Task<OfficeProgram> ProgramAsync(CancellationToken cancellationToken) =>
        cast.OfficeProgram(await story.DoAsync("making an API key", () => cast.Officer.MakeKeyAsync(cancellationToken)));

    /// <summary>The stage that the API names; any other than this one ends the play.</summary>
    protected async Task<JsonElement> ExpectStageAsync(OfficeProgram program, string mou, string expected, CancellationToken cancellationToken)
    {
        var state = await story.DoAsync($"reading by the API that the stage is {expected}", () => program.ReadAsync(mou, cancellationToken));
        var stage = state.GetProperty("stage").GetProperty("name").GetString();
        Demand(stage == expected, $"the MOU is not {expected} but {stage}");
        return state;
    }

    /// <summary>Whether the record says that it happened, so often.</summary>
    protected async Task ExpectEventAsync(OfficeProgram program, string mou, string what, int times, CancellationToken cancellationToken)
    {
        var history = await story.DoAsync($"looking for {what} in the record", () => program.HistoryAsync(mou, cancellationToken));
        var found = history.GetProperty("items").EnumerateArray().Count(entry => entry.GetProperty("type").GetString() == $"mou.{what}.v1");
        Demand(found == times, $"the record has {what} {found} times and not {times}");
    }

    protected async Task<DateOnly> DueDayAsync(OfficeProgram program, string mou, CancellationToken cancellationToken) =>
        Day((await story.DoAsync("reading the deadline by the API", () => program.ReadAsync(mou, cancellationToken))).GetProperty("stage"), "dueDay");

    protected static DateOnly Day(JsonElement from, string name) =>
        from.GetProperty(name).GetString() is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : throw new DemoFailure($"the API names no {name}");

    /// <summary>That day, or the Monday after it: councils and ceremonies are held on weekdays.</summary>
    protected static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    protected static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As a form's field takes it.</summary>
    protected static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a Korean mail writes it.</summary>
    protected static string Korean(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}. {day.Month}. {day.Day}.");

    protected static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new DemoFailure(otherwise);
    }
}
