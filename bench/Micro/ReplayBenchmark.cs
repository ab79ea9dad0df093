using BenchmarkDotNet.Attributes;
using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Scheduling;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Bench.Micro;

/// <summary>Brings an instance back into memory: its orchestrator, run through all that it did.</summary>
public class ReplayBenchmark
{
    private static readonly DateTime Time = new(2031, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private readonly List<(HistoryEvent[] Inputs, IReadOnlyList<HistoryEvent> Actions)> turns = [];
    private TaskFactories factories = null!;

    [Params(5, 500)]
    public int Activities { get; set; }

    [GlobalSetup]
    public void Record()
    {
        var tasks = new DurableTaskRegistry().AddOrchestratorFunc<int, int>("Worker", async (context, count) =>
        {
            var sum = 0;
            for (var number = 0; number < count; number++) sum += await context.CallActivityAsync<int>("Work", number);
            return sum;
        });
        factories = new TaskFactories(tasks, new ServiceCollection().BuildServiceProvider());
        var execution = NewExecution();
        turns.Clear();
        HistoryEvent[] inputs = [new HistoryEvent(HistoryKind.ExecutionStarted)];
        for (var number = 0; number < Activities; number++)
        {
            turns.Add((inputs, execution.Run(Time, inputs).Actions));
            inputs = [new HistoryEvent(HistoryKind.TaskCompleted) { TaskId = number, Data = "1" }];
        }
    }

    [Benchmark]
    public bool Replay()
    {
        var execution = NewExecution();
        foreach (var (inputs, actions) in turns) execution.Replay(Time, inputs, actions);
        return execution.MustFail ? throw new InvalidOperationException("The replay went another way.") : execution.IsSuspended;
    }

    private OrchestrationExecution NewExecution() => new(
        factories.Orchestrator("Worker", ""),
        new ExecutionFacts(new TaskName("Worker"), "worker", "", $"{Activities}", null),
        new DurableTaskWorkerOptions(),
        NullLoggerFactory.Instance,
        () => { });
}
