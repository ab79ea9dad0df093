using System.Globalization;
using System.Text;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>
/// docs/lifecycle.md is held to the code: its diagram, its transitions, its refusals and who may do what are generated here.
/// A difference is written beside it as lifecycle.md.received; whoever approves of it puts it in its place.
/// </summary>
public sealed class TheDocument
{
    private const string Begins = "<!-- generated: begin -->\n";
    private const string Ends = "<!-- generated: end -->";
    private static readonly DateTimeOffset AnHourLater = Sample.Start.AddHours(1);

    [Fact]
    public void Says_what_the_code_does()
    {
        var path = Path.Combine(Root(), "docs", "lifecycle.md");
        var document = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (document.IndexOf(Begins, StringComparison.Ordinal) + Begins.Length, document.IndexOf(Ends, StringComparison.Ordinal));
        var generated = document[..from] + Generated() + document[to..];
        if (generated != document) File.WriteAllText(path + ".received", generated);
        Assert.Equal(document, generated);
    }

    private static string Generated()
    {
        var text = new StringBuilder("\n");
        Diagram(text);
        Transitions(text);
        Refusals(text);
        Clock(text);
        Roles(text);
        return text.ToString();
    }

    private static void Diagram(StringBuilder text)
    {
        text.Append("## The stages\n\n```mermaid\nstateDiagram-v2\n    [*] --> Draft: CreateDraft\n");
        // Holding up and releasing lead from and to everywhere, and would hide the rest.
        foreach (var edge in Edges().Where(edge => edge.From != edge.To && edge.From is not (StageName.NotBegun or StageName.OnHold) && edge.To != StageName.OnHold)
            .GroupBy(edge => (edge.From, edge.To)).OrderBy(edge => edge.Key.From).ThenBy(edge => edge.Key.To))
            text.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", edge.Select(one => one.By).Distinct())}\n");
        foreach (var stage in Sample.InStage.Where(pair => pair.Value.Stage.IsEnd).Select(pair => pair.Key))
            text.Append(CultureInfo.InvariantCulture, $"    {stage} --> [*]\n");
        text.Append("```\n\nAny stage that lives can be put `OnHold`, and is released to where it stood. Steps on the orchestration (`NudgeOrchestration` to `DropOrchestrationEnd`) are taken in every stage alike, and lead nowhere.\n\n");
    }

    private static void Transitions(StringBuilder text)
    {
        text.Append("## What leads where\n\n| In | command | comes to | recorded |\n|---|---|---|---|\n");
        foreach (var edge in Edges().Distinct().OrderBy(edge => edge.From).ThenBy(edge => edge.By, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {edge.From} | {edge.By} | {(edge.To == edge.From ? "–" : edge.To)} | {edge.Recorded} |\n");
        text.Append('\n');
    }

    private static void Refusals(StringBuilder text)
    {
        text.Append("## What is refused, and why\n\nWhat stands in neither table is accepted and changes nothing: it was done before.\n\n| Command | refused with |\n|---|---|\n");
        foreach (var command in EveryCommand.Ones)
        {
            var refused = Sample.InStage
                .Select(pair => (Stage: pair.Key, Decision: MouLifecycle.Decide(command, pair.Value, AnHourLater)))
                .Where(pair => pair.Decision is Decision.Refused).GroupBy(pair => ((Decision.Refused)pair.Decision).Why, pair => pair.Stage);
            text.Append(CultureInfo.InvariantCulture, $"| {command.GetType().Name} | {string.Join("; ", refused.Select(why => $"{why.Key}: {string.Join(", ", why)}"))} |\n");
        }

        text.Append('\n');
    }

    private static void Clock(StringBuilder text)
    {
        text.Append("## What time brings about\n\nThe sample's deadlines, left alone. Days are those of Seoul; the sample began on Monday 2 November 2026.\n\n| In | on | recorded |\n|---|---|---|\n");
        foreach (var (stage, begun) in Sample.InStage)
        {
            var mou = begun;
            for (var look = 0; look < 8 && WhatFellDue.Next(mou) is { } due && mou.Stage.Name == stage; look++)
            {
                var happened = Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), mou, due));
                text.Append(CultureInfo.InvariantCulture, $"| {stage} | {SeoulTime.At(due):yyyy-MM-dd HH:mm} | {string.Join(", ", happened.Select(Describe))} |\n");
                mou = Sample.Carry(mou, new MouCommand.PassTime(), due);
            }
        }

        text.Append('\n');
    }

    private static void Roles(StringBuilder text)
    {
        var roles = Enum.GetValues<Role>();
        text.Append(CultureInfo.InvariantCulture, $"## Who may do what\n\n| Command | {string.Join(" | ", roles)} |\n|---|{string.Concat(roles.Select(_ => "---|"))}\n");
        foreach (var (command, allowed) in WhoMayDo.Table)
            text.Append(CultureInfo.InvariantCulture, $"| {command.Name} | {string.Join(" | ", roles.Select(role => allowed.Contains(role) ? "yes" : ""))} |\n");
        text.Append('\n');
    }

    /// <summary>Every accepted command of every sample state, and what time alone leads to.</summary>
    private static IEnumerable<(StageName From, StageName To, string By, string Recorded)> Edges()
    {
        foreach (var mou in Sample.InStage.Values.Concat(Sample.Variants))
        {
            foreach (var command in EveryCommand.Ones.Concat(EveryCommand.Variants).Where(command => command is not MouCommand.PassTime && !IsAStep(command)))
                if (MouLifecycle.Decide(command, mou, AnHourLater) is Decision.Events { New.Count: > 0 } events)
                    yield return (mou.Stage.Name, Sample.Carry(mou, command, AnHourLater).Stage.Name, command.GetType().Name, Recorded(events.New));
            foreach (var (from, to, happened) in ByTime(mou).Where(edge => edge.From != edge.To))
                yield return (from, to, "time", Recorded(happened));
        }
    }

    /// <summary>On the orchestration: the same in every stage, which they leave as it is.</summary>
    private static bool IsAStep(MouCommand command) => command is MouCommand.RetryEffect or MouCommand.RetryMail || command.GetType().Name.Contains("Orchestration", StringComparison.Ordinal);

    private static string Recorded(IReadOnlyList<MouEvent> happened) => string.Join(", ", happened.Select(one => one.GetType().Name));

    private static IEnumerable<(StageName From, StageName To, IReadOnlyList<MouEvent> Happened)> ByTime(Mou mou)
    {
        for (var look = 0; look < 8 && WhatFellDue.Next(mou) is { } due; look++)
        {
            var (from, happened) = (mou.Stage.Name, Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), mou, due)));
            mou = Sample.Carry(mou, new MouCommand.PassTime(), due);
            yield return (from, mou.Stage.Name, happened);
        }
    }

    private static string Describe(MouEvent happened) => happened switch
    {
        MouEvent.ReminderFellDue due => $"reminder: {due.Reminder}, {due.WorkingDaysLeft} days",
        MouEvent.FellOverdue overdue => $"overdue: {overdue.Matter}",
        _ => happened.GetType().Name,
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LocalDiplomacy.Functions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
