using System.Text.Json;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>
/// Whatever is asked in whatever order under whatever clock: never an impossible state, deadlines only move back, and the
/// events give the stored state byte for byte. Each seed is one case; a failure names its seed.
/// </summary>
public sealed class AnySequence
{
    private const int Steps = 120;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_commands_under_any_clock_keeps_every_rule(int seed)
    {
        var play = new RandomPlay(seed);
        for (var step = 0; step < Steps; step++)
        {
            var before = play.Mou;
            var (command, by) = play.Next();
            var decision = MouLifecycle.Decide(command, by, before, play.Now);
            if (decision is not Decision.Events { New: var happened }) continue;
            play.Record(by, happened);
            PossibleState.Check(play.Mou, $"seed {seed}, step {step}, {command}");
            DeadlinesOnlyMoveBack(before, play.Mou, seed, step);
            if (before.Stage.IsEnd) Assert.All(happened, one => Assert.True(one is MouEvent.Corrected or MouEvent.MailUndelivered or MouEvent.ScanKept
                or MouEvent.TextReleased or MouEvent.TextWithheld
                or MouEvent.RecipientProposalDropped or MouEvent.OrchestrationIntervened or MouEvent.OrchestrationEndProposed or MouEvent.OrchestrationEndDropped));
            // Said again at once, it changes nothing more; it may be refused where the stage moved on.
            if (happened.Count > 0 && IsRepeatable(command) && MouLifecycle.Decide(command, by, play.Mou, play.Now) is Decision.Events again)
                Assert.Empty(again.New);
        }

        SaysTheSameWhenReplayed(play);
    }

    /// <summary>What may be asked any number of times, each time anew.</summary>
    private static bool IsRepeatable(MouCommand command) => command is not (
        MouCommand.PassTime or MouCommand.ReportUndeliveredMail or MouCommand.Correct or MouCommand.ExtendDeadline or MouCommand.ExtendCapital
        or MouCommand.CommentOnClause or MouCommand.CommentInCentralReview or MouCommand.TakeBackComment or MouCommand.TakeBackCentralComment or MouCommand.AnswerComment or MouCommand.WithholdText or MouCommand.RecordOutage or MouCommand.SubmitDraft
        or MouCommand.NudgeOrchestration or MouCommand.RetryEffect or MouCommand.RetryMail or MouCommand.ResumeOrchestration or MouCommand.RestartOrchestration or MouCommand.RewindOrchestration);

    private static void DeadlinesOnlyMoveBack(Mou before, Mou after, int seed, int step)
    {
        if (before.Stage.Live.Name != after.Stage.Live.Name || before.Rounds.Count != after.Rounds.Count) return;
        foreach (var was in MouLifecycle.RunningIn(before.Stage.Live))
            if (MouLifecycle.RunningIn(after.Stage.Live).FirstOrDefault(running => running.Matter == was.Matter && running.Mission == was.Mission) is { } now)
                Assert.True(now.By.EndsAt >= was.By.EndsAt, $"seed {seed}, step {step}: {was.Matter} moved from {was.By.LastDay} to {now.By.LastDay}");
    }

    private static void SaysTheSameWhenReplayed(RandomPlay play)
    {
        var stored = play.Events.Select(recorded => StoredJson.Of(recorded)).ToList();
        var read = stored.Select(StoredJson.Read<RecordedEvent>).ToList();
        Assert.Equal(stored, read.Select(recorded => StoredJson.Of(recorded)));

        var state = StoredJson.Of(play.Mou);
        Assert.Equal(state, StoredJson.Of(MouLifecycle.Replay(Sample.Id, read)));
        Assert.Equal(state, StoredJson.Of(StoredJson.Read<Mou>(state)));
        // What a newer version adds anywhere must not keep this one from reading.
        Assert.Equal(state, StoredJson.Of(StoredJson.Read<Mou>(state.Replace("{\"id\":", "{\"addedLater\":{\"a\":1},\"id\":", StringComparison.Ordinal))));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(state).RootElement.ValueKind);
    }

    [Fact]
    public void Reaches_every_stage()
    {
        var reached = new HashSet<StageName>();
        foreach (var seed in Enumerable.Range(1, 150))
        {
            var play = new RandomPlay(seed);
            for (var step = 0; step < Steps; step++)
            {
                var (command, by) = play.Next();
                if (MouLifecycle.Decide(command, by, play.Mou, play.Now) is Decision.Events { New: var happened }) play.Record(by, happened);
                reached.Add(play.Mou.Stage.Name);
            }
        }

        Assert.Empty(Enum.GetValues<StageName>().Except(reached));
    }
}
