using LocalDiplomacy.Simulation;
using LocalDiplomacy.Workflows.Orchestrations;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>The ways that <see cref="MouCase"/> can take.</summary>
internal static class CasePaths
{
    public static IEnumerable<RecordedPath> All =>
    [
        Path("over", new CaseScript().IsOver(), _ => Task.CompletedTask),
        Path("nudged", new CaseScript().Finds("1-lists").Sleeps(TimeSpan.FromDays(2)).Finds("2-lists", "2-mail-office").IsOver(), async case_ =>
        {
            await case_.Studio.PassAsync(TimeSpan.FromHours(5));
            await case_.Script.NudgeAsync();
        }),
        Path("nudged-without-due-date", new CaseScript().Sleeps().IsOver(), async case_ =>
        {
            await case_.Studio.PassAsync(TimeSpan.FromDays(40));
            await case_.Script.NudgeAsync();
        }),
        // Longer than the longest timer: the sleep is made of several.
        Path("due", new CaseScript().Sleeps(TimeSpan.FromDays(10)).FallsDue().Finds("3-lists", "3-mail-reviewer").IsOver(), _ => Task.CompletedTask),
        Path("woken-early", new CaseScript().Sleeps(TimeSpan.FromHours(2)).Sleeps(TimeSpan.Zero).FallsDue().IsOver(), _ => Task.CompletedTask),
        Path("stuck-effect", new CaseScript().Fails("1-mail-office", 5).Finds("1-lists", "1-mail-office").Finds("1-mail-office").IsOver(), _ => Task.CompletedTask),
        Path("stuck-effect-nudged", new CaseScript().Fails("1-mail-office", 7).Finds("1-mail-office").Finds("1-mail-office").IsOver(), async case_ =>
        {
            await case_.Studio.PassAsync(TimeSpan.FromMinutes(2));
            await case_.Script.NudgeAsync();
        }),
        Path("stuck-at-the-end", new CaseScript().Fails("9-mail-desk", 5).FindsAtTheEnd("9-mail-desk").FindsAtTheEnd("9-mail-desk").IsOver(), _ => Task.CompletedTask),
        Path("effect-retried", new CaseScript().Fails("1-lists", 2).Finds("1-lists").IsOver(), _ => Task.CompletedTask),
        // Signed, entered, and public for years: the register's effects go out beside the others.
        Path("registered", new CaseScript().Fails("8-register", 2).Finds("8-lists", "8-register", "9-lists", "9-register", "9-mail-office")
            .Sleeps(TimeSpan.FromDays(3)).FallsDue().Finds("10-lists", "10-register", "10-mail-office").IsOver(), _ => Task.CompletedTask),
        Path("storage-away", new CaseScript().CannotRead().CannotRead().CannotRead().IsOver(), _ => Task.CompletedTask),
        Path("looked-at-often", Often(), async case_ =>
        {
            await case_.Studio.PassAsync(TimeSpan.FromMinutes(1));
            for (var nudge = 0; nudge < 22; nudge++) await case_.Script.NudgeAsync();
        }),
    ];

    /// <summary>More often than one execution looks: it continues as new and takes nudges with it that it has not answered.</summary>
    private static CaseScript Often()
    {
        var script = new CaseScript();
        for (var look = 0; look < 22; look++) script.Sleeps(TimeSpan.FromDays(1));
        return script.IsOver();
    }

    private static RecordedPath Path(string name, CaseScript script, Func<(Studio Studio, CaseScript Script), Task> scene) => new(
        $"{nameof(MouCase)}.{name}",
        script.Register,
        async studio =>
        {
            await script.StartAsync(studio);
            await scene((studio, script));
            await studio.EndOfAsync(script.Id);
        });
}
