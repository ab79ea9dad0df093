using DurableTask.Core.History;
using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Pages.Administration.Cases;

namespace LocalDiplomacy.Functions.Tests.Administration.Cases;

/// <summary>An orchestration's history, told in steps.</summary>
public sealed class OrchestrationStepsTests
{
    private static readonly DateTime Begin = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private readonly List<HistoryEvent> _history = [];

    [Fact]
    public void A_call_and_its_result_are_one_step()
    {
        At(0, new OrchestratorStartedEvent());
        At(0, new TaskScheduledEvent(4) { Name = "ReadAgenda", Input = """{"mouId":"m1"}""" });
        At(2, new TaskCompletedEvent(4, """{"effects":["0000000002-lists"],"isOver":false}"""));

        var steps = OrchestrationSteps.Of(_history, isOpen: false);

        Assert.Equal([TimelineKind.Turn, TimelineKind.Activity], steps.Select(step => step.Kind));
        var call = steps[1];
        Assert.Equal(("ReadAgenda", 0, null, TimeSpan.FromSeconds(2)), (call.Name, call.Failures, call.Error, call.Took));
        Assert.Contains("m1", call.Input, StringComparison.Ordinal);
        Assert.Contains("0000000002-lists", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tries_of_one_call_are_one_step_and_other_calls_stay_apart()
    {
        Schedule(0, 1, "CarryOutEffect", "a");
        Schedule(0, 2, "CarryOutEffect", "b");
        At(1, new TaskFailedEvent(1, new("RequestFailedException", "quotes a person")));
        At(1, new TaskCompletedEvent(2, null));
        At(1, new TimerCreatedEvent(3, Begin.AddSeconds(6)));
        At(6, new TimerFiredEvent(3, Begin.AddSeconds(6)));
        Schedule(6, 4, "CarryOutEffect", "a");
        At(7, new TaskFailedEvent(4, null));
        Schedule(8, 5, "CarryOutEffect", "a");
        At(9, new TaskCompletedEvent(5, null));
        Schedule(20, 6, "CarryOutEffect", "a");

        var steps = OrchestrationSteps.Of(_history, isOpen: true);

        Assert.Equal([2, 0, 0, 0], steps.Select(step => step.Failures));
        Assert.Equal([TimelineKind.Activity, TimelineKind.Activity, TimelineKind.Wait, TimelineKind.Activity], steps.Select(step => step.Kind));
        Assert.Equal((null, TimeSpan.FromSeconds(9)), (steps[0].Error, steps[0].Took));
        Assert.Equal(("2027-03-01T09:00:06Z", TimeSpan.FromSeconds(5)), (steps[2].Name, steps[2].Took));
        Assert.Null(steps[3].Until);
    }

    [Fact]
    public void What_failed_names_the_type_of_its_error_and_nothing_that_it_quotes()
    {
        Schedule(0, 1, "SendMail", "a");
        At(1, new TaskFailedEvent(1, new("RequestFailedException", "to kim@example.org")));
        At(2, new SubOrchestrationInstanceCreatedEvent(2) { Name = "MailDelivery", InstanceId = "mail-1", Input = "\"kim@example.org\"" });
        At(3, new SubOrchestrationInstanceFailedEvent(2, null));

        var steps = OrchestrationSteps.Of(_history, isOpen: false);

        Assert.Equal(["RequestFailedException", "Failed"], steps.Select(step => step.Error));
        Assert.Equal("MailDelivery mail-1", steps[1].Name);
        Assert.DoesNotContain("kim", string.Concat(steps.Select(step => step.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_name_a_person_is_masked_until_it_is_opened()
    {
        At(0, new EventRaisedEvent { Name = "Answered", Input = """{"name":"Kim Min-ji","version":3}""" });
        At(0, new EventRaisedEvent { Name = "Broken", Input = "Kim Min-ji, no JSON" });
        At(0, new EventRaisedEvent { Name = "Long", Input = "\"" + new string('x', 100_000) + "\"" });

        var (masked, open) = (OrchestrationSteps.Of(_history, isOpen: false), OrchestrationSteps.Of(_history, isOpen: true));

        Assert.All(masked, step => Assert.DoesNotContain("Kim", step.Input, StringComparison.Ordinal));
        Assert.Contains("3", masked[0].Input, StringComparison.Ordinal);
        Assert.All(open.Take(2), step => Assert.Contains("Kim Min-ji", step.Input, StringComparison.Ordinal));
        Assert.InRange(open[2].Input!.Length, 1000, 5000);
    }

    [Fact]
    public void A_result_of_nothing_that_was_begun_changes_nothing()
    {
        At(0, new TaskCompletedEvent(9, "1"));
        At(0, new TimerFiredEvent(8, Begin));
        At(0, new ExecutionSuspendedEvent());
        At(1, new ExecutionResumedEvent());

        Assert.Equal(["Suspended", "Running"], OrchestrationSteps.Of(_history, isOpen: false).Select(step => step.State));
    }

    private void Schedule(double seconds, int number, string name, string input) => At(seconds, new TaskScheduledEvent(number) { Name = name, Input = $"\"{input}\"" });

    private void At(double seconds, HistoryEvent happened)
    {
        happened.Timestamp = Begin.AddSeconds(seconds);
        _history.Add(happened);
    }
}
