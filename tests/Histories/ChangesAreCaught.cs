using LocalDiplomacy.DurableTaskEngine.Recording;
using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>A replay that could not fail would prove nothing: each altered orchestration is found, at the very event.</summary>
public sealed class ChangesAreCaught
{
    [Fact]
    public void What_comes_in_another_order()
    {
        var divergence = Differs("MouCase.nudged", AlteredOrchestrations.PassesTimeFirst);

        Assert.Equal((1, 0), (divergence.Number, divergence.Turn));
        Assert.Equal("TaskScheduled #0 'ReadAgenda'", divergence.Expected);
        Assert.Equal("TaskScheduled #0 'PassTime'", divergence.Found);
    }

    [Fact]
    public void What_was_called_at_once_and_is_called_later()
    {
        var divergence = Differs("MouCase.nudged", AlteredOrchestrations.CarriesOutOneByOne);

        Assert.Equal((12, 5), (divergence.Number, divergence.Turn));
        Assert.Equal("TaskScheduled #6 'CarryOutEffect'", divergence.Expected);
        Assert.Equal("no further action", divergence.Found);
    }

    [Fact]
    public void A_retry_that_is_left_out()
    {
        var divergence = Differs("MailDelivery.sent-after-tries", AlteredOrchestrations.GivesUpSooner);

        Assert.StartsWith("TimerCreated", divergence.Expected, StringComparison.Ordinal);
        Assert.StartsWith("ExecutionCompleted", divergence.Found, StringComparison.Ordinal);
        Assert.Contains("did not take the mail", divergence.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_is_added()
    {
        var divergence = Differs("MailDelivery.sent", AlteredOrchestrations.SaysMore);

        Assert.StartsWith("ExecutionCompleted", divergence.Expected, StringComparison.Ordinal);
        Assert.EndsWith("'TellSomebody'", divergence.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_where_it_went_on_as_new()
    {
        var divergence = Differs("MouCase.looked-at-often", AlteredOrchestrations.StopsAfterTwentyLooks);

        Assert.Equal("no further action", divergence.Expected);
        Assert.StartsWith("ExecutionCompleted", divergence.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_orchestration_that_is_not_there_any_more()
    {
        var report = new HistoryReplayer(new DurableTaskRegistry()).Replay(Recording("MailDelivery.sent"));

        Assert.Equal("none of this name", report.Divergence!.Found);
    }

    [Fact]
    public void And_what_fits_is_not_blamed() =>
        Assert.Null(new HistoryReplayer(OrchestrationFunctions.Registry()).Replay(Recording("MouCase.looked-at-often")).Divergence);

    private static ReplayDivergence Differs(string recording, Func<TaskOrchestrationContext, Task<object?>> altered)
    {
        var registry = new DurableTaskRegistry().AddOrchestratorFunc(recording.Split('.')[0], altered);
        var report = new HistoryReplayer(registry).Replay(Recording(recording));
        Assert.False(report.IsFaithful, "The change was not found.");
        return report.Divergence!;
    }

    private static RecordedHistory Recording(string name) => Recordings.Read($"1.0/{name}.json");
}
