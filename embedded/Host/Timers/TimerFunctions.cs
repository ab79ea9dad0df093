using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>All timer functions: checked when it is made, running between start and stop.</summary>
internal sealed class TimerFunctions : IAsyncDisposable
{
    private static readonly IReadOnlyDictionary<string, object?> NoData = new Dictionary<string, object?>();

    private readonly List<(TimerFunction Timer, FunctionExecutor Executor)> _timers;
    private readonly FunctionPipeline _pipeline;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public TimerFunctions(FunctionCatalog catalog, ParameterBinders binders, FunctionPipeline pipeline, IConfiguration configuration)
    {
        _pipeline = pipeline;
        _timers = [.. catalog.TriggeredBy<TimerTriggerAttribute>().Select(function =>
            (TimerFunction.Of(function, configuration), new FunctionExecutor(function, binders.For(function, []))))];
    }

    public bool Any => _timers.Count > 0;

    public void Start(IServiceProvider services, ITimerStatusStore store, TimeProvider time)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Host.Timers");
        _running = Task.WhenAll(_timers.Select(pair =>
        {
            var loop = new TimerLoop(pair.Timer, (info, stop) => RunAsync(pair.Executor, info, services, stop), store, time, log);
            return Task.Run(() => loop.RunAsync(_stop.Token));
        }));
    }

    /// <summary>Tells running functions to stop, and waits for them.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(FunctionExecutor executor, TimerInfo info, IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await _pipeline.RunAsync(new HostFunctionContext(executor, info, NoData, scope.ServiceProvider, stop));
    }
}
