using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Options, policies, failures and converters. They need no engine.</summary>
public abstract class OptionValueContract
{
    private static readonly RetryPolicy Policy = new(5, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    [Fact]
    [Holds(Rule.Surface, Rule.Retries)]
    public void A_retry_policy_keeps_what_it_was_given_and_has_defaults()
    {
        var plain = new RetryPolicy(3, TimeSpan.FromSeconds(5));

        Assert.Equal(
            (5, TimeSpan.FromSeconds(1), 2.0, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
            (Policy.MaxNumberOfAttempts, Policy.FirstRetryInterval, Policy.BackoffCoefficient, Policy.MaxRetryInterval, Policy.RetryTimeout));
        Assert.Equal((1.0, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan), (plain.BackoffCoefficient, plain.MaxRetryInterval, plain.RetryTimeout));
    }

    [Theory]
    [Holds(Rule.Retries)]
    [InlineData(0, 1, 1.0, 60, 60)]
    [InlineData(1, 0, 1.0, 60, 60)]
    [InlineData(1, 1, 0.9, 60, 60)]
    [InlineData(1, 10, 1.0, 9, 60)]
    [InlineData(1, 10, 1.0, 60, 9)]
    public void A_retry_policy_refuses_what_makes_no_sense(int attempts, int first, double coefficient, int longest, int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(
            attempts, TimeSpan.FromSeconds(first), coefficient, TimeSpan.FromSeconds(longest), TimeSpan.FromSeconds(limit)));

    [Fact]
    [Holds(Rule.Surface, Rule.Retries)]
    public async Task Retry_options_are_a_policy_or_a_handler()
    {
        AsyncRetryHandler handler = _ => Task.FromResult(true);
        RetryHandler simple = retry => retry.LastAttemptNumber == 1;
        TaskRetryOptions byPolicy = Policy, byHandler = handler, bySimple = simple;

        Assert.Equal((Policy, null), (byPolicy.Policy, byPolicy.Handler));
        Assert.Equal((null, handler), (byHandler.Policy, byHandler.Handler));
        Assert.True(await bySimple.Handler!.Invoke(Retry(1)) && !await bySimple.Handler.Invoke(Retry(2)) && simple.Invoke(Retry(1)));
        Assert.Same(Policy, TaskRetryOptions.FromRetryPolicy(Policy).Policy);
        Assert.Same(handler, TaskRetryOptions.FromRetryHandler(handler).Handler);
        Assert.NotNull(TaskRetryOptions.FromRetryHandler(simple).Handler);
        Assert.Equal((Policy, handler), (new TaskRetryOptions(Policy).Policy, new TaskRetryOptions(handler).Handler));
        Assert.Throws<ArgumentNullException>(() => new TaskRetryOptions((RetryPolicy)null!));
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(AsyncRetryHandler), ".ctor", "Invoke", "BeginInvoke", "EndInvoke")]
    [Covers(typeof(RetryHandler), ".ctor", "Invoke", "BeginInvoke", "EndInvoke")]
    [Covers(typeof(RetryContext), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void A_retry_context_is_a_value()
    {
        var retry = Retry(2);
        var (context, number, failure, time, token) = retry;

        Assert.Equal((retry.OrchestrationContext, retry.LastAttemptNumber, retry.LastFailure), (context, number, failure));
        Assert.Equal((retry.TotalRetryTime, retry.CancellationToken), (time, token));
        Assert.True(retry == (retry with { }) && retry != (retry with { LastAttemptNumber = 3 }) && retry.Equals(retry with { }) && retry.Equals((object)(retry with { })));
        Assert.NotEqual(retry, retry with { OrchestrationContext = null!, LastFailure = null!, TotalRetryTime = default, CancellationToken = new(true) });
        Assert.Equal((retry with { }).GetHashCode(), retry.GetHashCode());
        Assert.Contains("LastAttemptNumber = 2", retry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(TaskOptions), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    [Covers(typeof(SubOrchestrationOptions), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void Options_of_a_call_are_values()
    {
        var tags = new Dictionary<string, string> { ["a"] = "b" };
        var options = new TaskOptions(TaskRetryOptions.FromRetryPolicy(Policy), tags) { Version = "2.0" };
        var child = options.WithInstanceId("child");

        Assert.Equal((Policy, tags, "2.0"), (options.Retry!.Policy, options.Tags, options.Version?.Version));
        Assert.Equal(("child", Policy, tags, "2.0"), (child.InstanceId, child.Retry!.Policy, child.Tags, child.Version?.Version));
        Assert.Equal("child", new SubOrchestrationOptions(child).InstanceId);
        Assert.Equal("other", new SubOrchestrationOptions(child, "other").InstanceId);
        Assert.Equal("third", (new SubOrchestrationOptions(Policy, "x") with { InstanceId = "third", Version = "3.0" }).InstanceId);
        Assert.True(options == (options with { }) && options != new TaskOptions(options.Retry) && options.Equals(options with { }) && options.Equals((object)(options with { })));
        Assert.True(child == (child with { }) && child != (child with { InstanceId = null }) && child.Equals(child with { }) && child.Equals((object)(child with { })));
        Assert.True(child.Equals((TaskOptions)(child with { })));
        Assert.Equal(((options with { }).GetHashCode(), (child with { }).GetHashCode()), (options.GetHashCode(), child.GetHashCode()));
        Assert.Equal(new TaskOptions(), options with { Retry = null, Tags = null, Version = null });
        Assert.Contains("InstanceId = child", child.ToString(), StringComparison.Ordinal);
        Assert.Contains("Retry", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface, Rule.Retries)]
    public void Task_options_are_made_from_policies_and_handlers()
    {
        AsyncRetryHandler handler = _ => Task.FromResult(false);

        Assert.Same(Policy, TaskOptions.FromRetryPolicy(Policy).Retry!.Policy);
        Assert.Same(handler, TaskOptions.FromRetryHandler(handler).Retry!.Handler);
        Assert.NotNull(TaskOptions.FromRetryHandler((RetryContext _) => true).Retry!.Handler);
    }

    [Fact]
    [Holds(Rule.Surface, Rule.ActivityFailure)]
    [Covers(typeof(TaskFailureDetails), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void Failure_details_are_values_made_from_exceptions()
    {
        var details = TaskFailureDetails.FromException(new IOException("outer", new FormatException("inner")));
        var (type, message, stack, inner, properties) = details;

        Assert.Equal(("System.IO.IOException", "outer", null, "System.FormatException", null), (type, message, stack, inner!.ErrorType, properties));
        Assert.Equal((type, message, stack, inner, properties), (details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure, details.Properties));
        Assert.True(details == (details with { }) && details != (details with { ErrorType = "x" }) && details.Equals(details with { }) && details.Equals((object)(details with { })));
        Assert.NotEqual(details, details with { ErrorMessage = "x", StackTrace = "x", InnerFailure = null, Properties = new Dictionary<string, object?>() });
        Assert.Equal((details with { }).GetHashCode(), details.GetHashCode());
        Assert.Equal("System.IO.IOException: outer", details.ToString());
    }

    [Fact]
    [Holds(Rule.Surface, Rule.ActivityFailure)]
    public void A_failure_of_a_type_that_nobody_knows_is_caused_by_nothing()
    {
        var unknown = new TaskFailureDetails("Elsewhere.StrangeException", "strange", null, null, null);

        Assert.False(unknown.IsCausedBy<Exception>());
        Assert.False((unknown with { ErrorType = "" }).IsCausedBy<Exception>());
        Assert.Throws<ArgumentException>(() => unknown.IsCausedBy(typeof(string)));
    }

    [Fact]
    [Holds(Rule.Surface, Rule.ActivityFailure)]
    public void A_task_failure_tells_its_task_and_its_cause()
    {
        var byCause = new TaskFailedException("Greet", 3, new IOException("gone"));
        var byDetails = new TaskFailedException("Greet", 3, new TaskFailureDetails("System.IO.IOException", "gone", null, null, null));
        var without = new TaskFailedException("Greet", 3, (TaskFailureDetails)null!);

        Assert.Equal("Task 'Greet' (#3) failed with an unhandled exception: gone", byCause.Message);
        Assert.Equal(byCause.Message, byDetails.Message);
        Assert.Equal("Task 'Greet' (#3) failed with an unhandled exception.", without.Message);
        Assert.Equal(("Greet", 3, true), (byCause.TaskName, byCause.TaskId, byDetails.IsCausedByException<IOException>()));
        Assert.True(byCause.FailureDetails.IsCausedBy<IOException>() && byCause.InnerException is IOException && byDetails.InnerException is null);
    }

    [Fact]
    [Holds(Rule.Surface, Rule.Payloads)]
    [Covers(typeof(JsonDataConverter), nameof(JsonDataConverter.Serialize), nameof(JsonDataConverter.Deserialize))]
    public void The_converter_writes_JSON_by_the_run_time_type()
    {
        DataConverter converter = JsonDataConverter.Default;

        Assert.Equal("{\"Number\":7,\"Word\":\"seven\"}", converter.Serialize((object)new Pair(7, "seven")));
        Assert.Equal(new Pair(7, "seven"), converter.Deserialize<Pair>("{\"Number\":7,\"Word\":\"seven\"}"));
        Assert.Equal(new Pair(1, "x"), converter.Deserialize("{\"Number\":1,\"Word\":\"x\"}", typeof(Pair)));
        Assert.Equal((null, null), (converter.Serialize(null), converter.Deserialize<string>(null)));
        var snakes = new JsonDataConverter(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });
        Assert.Equal("{\"number\":7,\"word\":\"x\"}", snakes.Serialize(new Pair(7, "x")));
        Assert.Equal(new Pair(7, "x"), snakes.Deserialize("{\"number\":7,\"word\":\"x\"}", typeof(Pair)));
    }

    [Fact]
    [Holds(Rule.Surface, Rule.Payloads)]
    public void A_converter_of_ones_own_needs_two_methods()
    {
        DataConverter converter = new Shouting();

        Assert.Equal("WORD", converter.Serialize("word"));
        Assert.Equal("WORD!", converter.Deserialize<string>("WORD"));
    }

    [Fact]
    [Holds(Rule.Surface)]
    public void A_continuation_keeps_events_unless_told_otherwise()
    {
        var options = new ContinueAsNewOptions { NewInput = 1, NewVersion = "2.0", PreserveUnprocessedEvents = false };

        Assert.True(new ContinueAsNewOptions().PreserveUnprocessedEvents);
        Assert.Equal((1, "2.0", false), (options.NewInput, options.NewVersion, options.PreserveUnprocessedEvents));
    }

    [Fact]
    [Holds(Rule.Surface)]
    public void Client_options_have_defaults()
    {
        var options = new DurableTaskClientOptions();
        Assert.Same(JsonDataConverter.Default, options.DataConverter);
        Assert.Equal("", options.DefaultVersion);

        (options.DataConverter, options.DefaultVersion) = (new Shouting(), "1.0");
        Assert.Equal((typeof(Shouting), "1.0"), (options.DataConverter.GetType(), options.DefaultVersion));
    }

    [Fact]
    [Holds(Rule.Surface, Rule.Versions)]
    [Covers(typeof(DurableTaskWorkerOptions.VersionMatchStrategy), "None", "Strict", "CurrentOrOlder")]
    [Covers(typeof(DurableTaskWorkerOptions.VersionFailureStrategy), "Reject", "Fail")]
    public void Worker_options_have_defaults()
    {
        var options = new DurableTaskWorkerOptions();
        var versioning = new DurableTaskWorkerOptions.VersioningOptions();

        Assert.Equal((TimeSpan.FromDays(3), null, false), (options.MaximumTimerInterval, options.Versioning, options.IsVersioningSet));
        Assert.Same(JsonDataConverter.Default, options.DataConverter);
        Assert.Equal(
            new DurableTaskWorkerOptions.ConcurrencyOptions().MaximumConcurrentActivityWorkItems,
            options.Concurrency.MaximumConcurrentActivityWorkItems);
        Assert.True(options.Concurrency.MaximumConcurrentOrchestrationWorkItems >= 100);
        Assert.Equal(("", ""), (versioning.Version, versioning.DefaultVersion));
        Assert.Equal(
            (DurableTaskWorkerOptions.VersionMatchStrategy.None, DurableTaskWorkerOptions.VersionFailureStrategy.Reject),
            (versioning.MatchStrategy, versioning.FailureStrategy));
        options.Versioning = versioning;
        Assert.True(options.IsVersioningSet);
    }

    private static RetryContext Retry(int number) => new(
        new WrittenContext(), number, new TaskFailureDetails("E", "M", null, null, null), TimeSpan.FromSeconds(1), CancellationToken.None);

    private sealed record Pair(int Number, string Word);

    private sealed class Shouting : DataConverter
    {
        public override string? Serialize(object? value) => value?.ToString()?.ToUpperInvariant();

        public override object? Deserialize(string? data, Type targetType) => data + "!";
    }
}
