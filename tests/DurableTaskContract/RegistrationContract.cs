using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>All the ways in which a worker is told of its tasks.</summary>
public abstract class RegistrationContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Registration)]
    public async Task Every_form_of_an_activity_runs()
    {
        var effects = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddActivity<Doubler>()
            .AddActivity<Doubler>("ByNameAndType")
            .AddActivity(typeof(Halver))
            .AddActivity("ByName", typeof(Doubler))
            .AddActivity("ByFactory", services => ActivatorUtilities.CreateInstance<Doubler>(services))
            .AddActivity("ByVersion", "1.0", () => new Doubler())
            .AddActivity(new Squarer())
            .AddActivity("Instance", new Squarer())
            .AddActivityFunc<int, int>("Func", (_, number) => number + 1)
            .AddActivityFunc<int, int>("AsyncFunc", (_, number) => Task.FromResult(number + 2))
            .AddActivityFunc<int, int>("VersionedFunc", "1.0", (_, number) => Task.FromResult(number + 3))
            .AddActivityFunc("NoInput", _ => 4)
            .AddActivityFunc("NoInputAsync", _ => Task.FromResult(5))
            .AddActivityFunc<int>("NoOutput", (_, number) => Interlocked.Add(ref effects, number))
            .AddActivityFunc<int>("NoOutputAsync", async (_, number) =>
            {
                await Task.Yield();
                Interlocked.Add(ref effects, number);
            })
            .AddActivityFunc("Neither", context => { Interlocked.Add(ref effects, context.Name.Name.Length); })
            .AddActivityFunc("NeitherAsync", async _ => await Task.Yield())
            .AddOrchestratorFunc("All", async context =>
            {
                var results = new List<int>();
                foreach (var name in new[] { "Doubler", "ByNameAndType", "half", "ByName", "ByFactory", "Squarer", "Instance", "Func", "AsyncFunc", "NoInput", "NoInputAsync" })
                    results.Add(await context.CallActivityAsync<int>(name, 10));
                foreach (var name in new[] { "ByVersion", "VersionedFunc" })
                    results.Add(await context.CallActivityAsync<int>(name, 10, new TaskOptions { Version = "1.0" }));
                foreach (var name in new[] { "NoOutput", "NoOutputAsync", "Neither", "NeitherAsync" })
                    await context.CallActivityAsync(name, 10);
                return results;
            }));

        Assert.Equal([20, 20, 5, 20, 20, 100, 100, 11, 12, 4, 5, 20, 13], (await hub.ResultAsync<int[]>("All")).AsEnumerable());
        Assert.Equal(10 + 10 + "Neither".Length, effects);
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task Every_form_of_an_orchestrator_runs()
    {
        var effects = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestrator<Greeter>()
            .AddOrchestrator<Greeter>("ByNameAndType")
            .AddOrchestrator(typeof(Shouter))
            .AddOrchestrator("ByName", typeof(Greeter))
            .AddOrchestrator("ByFactory", () => new Greeter())
            .AddOrchestrator("ByVersion", "1.0", () => new Greeter())
            .AddOrchestrator(new Whisperer())
            .AddOrchestrator("Instance", new Whisperer())
            .AddOrchestratorFunc<string, string>("Func", (_, name) => name)
            .AddOrchestratorFunc<string, string>("AsyncFunc", (_, name) => Task.FromResult(name))
            .AddOrchestratorFunc<string, string>("VersionedFunc", "1.0", (_, name) => Task.FromResult(name))
            .AddOrchestratorFunc("NoInput", _ => "none")
            .AddOrchestratorFunc("NoInputAsync", _ => Task.FromResult("none"))
            .AddOrchestratorFunc<string>("NoOutput", (_, name) => { effects += name.Length; })
            .AddOrchestratorFunc<string>("NoOutputAsync", (_, name) =>
            {
                effects += name.Length;
                return Task.CompletedTask;
            })
            .AddOrchestratorFunc("Neither", _ => { effects++; })
            .AddOrchestratorFunc("NeitherAsync", _ => Task.CompletedTask));

        foreach (var (name, expected) in new[]
        {
            ("Greeter", "Hello Ann"), ("ByNameAndType", "Hello Ann"), ("shout", "ANN"), ("ByName", "Hello Ann"), ("ByFactory", "Hello Ann"),
            ("Whisperer", "ann"), ("Instance", "ann"), ("Func", "Ann"), ("AsyncFunc", "Ann"), ("NoInput", "none"), ("NoInputAsync", "none"),
        }) Assert.Equal(expected, await hub.ResultAsync<string>(name, "Ann"));

        foreach (var (name, expected) in new[] { ("ByVersion", "Hello Ann"), ("VersionedFunc", "Ann") })
        {
            var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(name, "Ann", new StartOrchestrationOptions { Version = "1.0" });
            Assert.Equal(expected, (await hub.CompletionAsync(id)).ReadOutputAs<string>());
        }

        foreach (var name in new[] { "NoOutput", "NoOutputAsync", "Neither", "NeitherAsync" })
            Assert.Null((await hub.RunAsync(name, "Ann")).SerializedOutput);
        Assert.Equal(7, effects);
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task Classes_get_their_dependencies()
    {
        var services = new ServiceCollection().AddSingleton(new Greeting("Bonjour")).BuildServiceProvider();
        await using var hub = await StartAsync(
            tasks => tasks
                .AddActivity<Polite>()
                .AddOrchestratorFunc<string, string>("Greet", (context, name) => context.CallActivityAsync<string>(nameof(Polite), name)),
            options => options.Services = services);

        Assert.Equal("Bonjour Ann", await hub.ResultAsync<string>("Greet", "Ann"));
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task Names_differ_in_case_and_mean_the_same()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Greet", async context => await context.CallActivityAsync<string>("HELLO"))
            .AddActivityFunc("hello", _ => "hello"));

        Assert.Equal("hello", await hub.ResultAsync<string>("gReEt"));
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task An_activity_knows_its_name_and_the_instance_that_called_it()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Caller", async context => await context.CallActivityAsync<string>("Tell"))
            .AddActivityFunc("Tell", context => $"{context.Name}@{context.InstanceId}"));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Caller", new StartOrchestrationOptions("it"));

        Assert.Equal("Tell@it", (await hub.CompletionAsync("it")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task An_orchestration_knows_its_name_its_id_and_its_input()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Tell", (context, number) =>
            $"{context.Name}@{context.InstanceId}:{number}={context.GetInput<int>()},{context.Properties.Count >= 0}"));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Tell", 7, new StartOrchestrationOptions("it"));

        Assert.Equal("Tell@it:7=7,True", (await hub.CompletionAsync("it")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task No_more_activities_run_at_once_than_the_worker_allows()
    {
        var (now, most) = (0, 0);
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Wide", async context =>
                    await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => context.CallActivityAsync("Work"))))
                .AddActivityFunc("Work", async _ =>
                {
                    var running = Interlocked.Increment(ref now);
                    for (var seen = most; running > seen; seen = most) Interlocked.CompareExchange(ref most, running, seen);
                    await Task.Yield();
                    Interlocked.Decrement(ref now);
                }),
            options => options.Worker.Concurrency.MaximumConcurrentActivityWorkItems = 3);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.RunAsync("Wide")).RuntimeStatus);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    [Holds(Rule.Registration)]
    public async Task A_worker_that_takes_one_turn_at_a_time_still_ends_all()
    {
        await using var hub = await StartAsync(HelloCities.Register, options => options.Worker.Concurrency.MaximumConcurrentOrchestrationWorkItems = 1);

        var done = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.RunAsync(HelloCities.Name)));

        Assert.All(done, one => Assert.Equal(OrchestrationRuntimeStatus.Completed, one.RuntimeStatus));
    }

    private sealed class Doubler : TaskActivity<int, int>
    {
        public override Task<int> RunAsync(TaskActivityContext context, int input) => Task.FromResult(2 * input);
    }

    [DurableTask("half")]
    private sealed class Halver : TaskActivity<int, int>
    {
        public override Task<int> RunAsync(TaskActivityContext context, int input) => Task.FromResult(input / 2);
    }

    private sealed class Squarer : ITaskActivity
    {
        public Type InputType => typeof(int);

        public Type OutputType => typeof(int);

        public Task<object?> RunAsync(TaskActivityContext context, object? input) => Task.FromResult<object?>((int)input! * (int)input);
    }

    private sealed class Greeter : TaskOrchestrator<string, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string input) => Task.FromResult("Hello " + input);
    }

    [DurableTask("shout")]
    private sealed class Shouter : TaskOrchestrator<string, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string input) => Task.FromResult(input.ToUpperInvariant());
    }

    private sealed class Whisperer : ITaskOrchestrator
    {
        public Type InputType => typeof(string);

        public Type OutputType => typeof(string);

#pragma warning disable CA1308 // A whisper is in small letters.
        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => Task.FromResult<object?>(((string)input!).ToLowerInvariant());
#pragma warning restore CA1308
    }

    private sealed record Greeting(string Word);

    private sealed class Polite(Greeting greeting) : TaskActivity<string, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, string input) => Task.FromResult($"{greeting.Word} {input}");
    }
}
