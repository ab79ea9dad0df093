using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What is left of an exception on the other side of a call.</summary>
public abstract class ActivityFailureContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task The_chain_of_inner_exceptions_crosses_whole()
    {
        var seen = await CaughtAsync(() => throw new InvalidOperationException("outer", new IOException("middle", new FormatException("inner"))));

        Assert.Equal(
            "System.InvalidOperationException: outer|System.IO.IOException: middle|System.FormatException: inner",
            seen.Chain);
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task The_message_names_the_task_and_its_number()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Caller", async context =>
            {
                await context.CallActivityAsync("Good");
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Bad", "input"));
                return $"{failed.Message}|{failed.TaskId}|{failed.TaskName}";
            })
            .AddActivityFunc("Good", _ => { })
            .AddActivityFunc("Bad", _ => throw new IOException("third")));

        Assert.Equal("Task 'Bad' (#2) failed with an unhandled exception: third|2|Bad", await hub.ResultAsync<string>("Caller"));
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task A_cause_is_known_by_its_type_and_by_its_bases()
    {
        var seen = await CaughtAsync(() => throw new FileNotFoundException("gone"));

        Assert.Equal("True,True,True,False,True,False", seen.Causes);
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task An_exception_of_ones_own_type_is_known_too()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Caller", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Bad"));
                Type[] types = [typeof(RefusedException), typeof(Exception), typeof(IOException)];
                return string.Join(',', types.Select(failed.FailureDetails.IsCausedBy));
            })
            .AddActivityFunc("Bad", _ => throw new RefusedException()));

        Assert.Equal("True,True,False", await hub.ResultAsync<string>("Caller"));
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task A_caught_failure_does_not_fail_the_instance()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Careful", async context =>
            {
                var failures = 0;
                for (var round = 0; round < 3; round++)
                {
                    try
                    {
                        await context.CallActivityAsync("Bad");
                    }
                    catch (TaskFailedException)
                    {
                        failures++;
                    }
                }

                return failures;
            })
            .AddActivityFunc("Bad", _ => throw new IOException("again")));

        Assert.Equal(3, await hub.ResultAsync<int>("Careful"));
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task One_of_many_that_fails_fails_the_whole_after_all_have_ended()
    {
        var ran = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wide", async context =>
                await Task.WhenAll(Enumerable.Range(0, 10).Select(number => context.CallActivityAsync("Odd", number))))
            .AddActivityFunc<int>("Odd", (_, number) =>
            {
                Interlocked.Increment(ref ran);
                if (number == 5) throw new IOException("five");
            }));

        var done = await hub.RunAsync("Wide");

        Assert.Equal((OrchestrationRuntimeStatus.Failed, 10), (done.RuntimeStatus, ran));
        Assert.Equal("System.IO.IOException", done.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task An_input_that_does_not_fit_the_activity_fails_its_call()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Caller", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Number", "not a number"));
                return failed.FailureDetails.IsCausedBy<System.Text.Json.JsonException>();
            })
            .AddActivityFunc<int, int>("Number", (_, number) => number));

        Assert.True(await hub.ResultAsync<bool>("Caller"));
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task A_result_that_cannot_be_written_fails_its_call()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Caller", async context =>
            {
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Pointer"));
                return "failed";
            })
            .AddActivityFunc<object>("Pointer", _ => typeof(string)));

        Assert.Equal("failed", await hub.ResultAsync<string>("Caller"));
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task An_orchestrators_own_exception_is_its_failure()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Thrower", _ =>
            throw new ArgumentOutOfRangeException("town", "no such town")));

        var failure = (await hub.RunAsync("Thrower")).FailureDetails!;

        Assert.Equal("System.ArgumentOutOfRangeException", failure.ErrorType);
        Assert.Contains("no such town", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("An_orchestrators_own_exception", failure.StackTrace, StringComparison.Ordinal);
        Assert.True(failure.IsCausedBy<ArgumentException>());
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task Options_in_the_place_of_an_input_are_refused()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Mistaken", async context =>
            {
                object options = new TaskOptions();
                await Assert.ThrowsAsync<ArgumentException>(() => context.CallActivityAsync<int>("Any", options));
                return "refused";
            }));

        Assert.Equal("refused", await hub.ResultAsync<string>("Mistaken"));
    }

    private async Task<Seen> CaughtAsync(Action fail)
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Catcher", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Bad"));
                var chain = new List<string>();
                for (var details = failed.FailureDetails; details is not null; details = details.InnerFailure) chain.Add(details.ToString());
                var top = failed.FailureDetails;
                return new Seen(string.Join('|', chain), string.Join(
                    ',',
                    top.IsCausedBy<FileNotFoundException>(),
                    top.IsCausedBy<IOException>(),
                    top.IsCausedBy<Exception>(),
                    top.IsCausedBy<FormatException>(),
                    failed.IsCausedByException<FileNotFoundException>(),
                    failed.IsCausedByException<IOException>()));
            })
            .AddActivityFunc("Bad", _ => fail()));
        return await hub.ResultAsync<Seen>("Catcher");
    }

    private sealed record Seen(string Chain, string Causes);

    private sealed class RefusedException() : Exception("refused");
}
