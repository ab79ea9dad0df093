using LocalDiplomacy.EmbeddedHost.Mailbox;
using LocalDiplomacy.EmbeddedHost.Operators;
using LocalDiplomacy.EmbeddedHost.Orchestrations;
using LocalDiplomacy.EmbeddedHost.Settings;
using LocalDiplomacy.EmbeddedHost.Startup;
using LocalDiplomacy.EmbeddedHost.Storage;
using LocalDiplomacy.EmbeddedHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.EmbeddedHost;

/// <summary>The parts of the embedded runtime, started and stopped in the order that each needs of the others.</summary>
internal sealed partial class EmbeddedFunctionsHost(
    WebApplication app,
    HostSettings settings,
    StoragePlace storage,
    OrchestrationEngine engine,
    TimerFunctions timers,
    Surroundings surroundings,
    DemoCommand? demo,
    long started) : IHost, IAsyncDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private Task _playing = Task.CompletedTask;

    public IServiceProvider Services => app.Services;

    /// <summary>Done once the engine takes work. Requests that come before it wait.</summary>
    public Task Ready => _ready.Task;

    public void MapMailbox()
    {
        if (!settings.OwnMailbox)
            return;
        var mails = new MailboxStore(storage);
        var send = new MailSendEndpoint(mails, app.Configuration[HostSettings.MailKey]!, surroundings.Time);
        new MailboxEndpoints(mails, send, settings.Listen.Reachable.Host).Map(app);
    }

    public void MapEngine() => new EngineEndpoints(engine, settings.Listen.Reachable.Host).Map(app);

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartPartsAsync(cancellationToken);
        }
        catch (Exception exception) when (StartupFaults.Explain(exception, settings) is { } fault)
        {
            await StopAsync(CancellationToken.None);
            StartupFaults.End(surroundings, fault);
            throw fault;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _stopping.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The server last: what still runs may have a mail to hand in.
        await timers.StopAsync();
        await engine.StopAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await timers.DisposeAsync();
        await engine.DisposeAsync();
        await app.DisposeAsync();
        await storage.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task StartPartsAsync(CancellationToken cancellationToken)
    {
        if (settings.Command.Count > 0)
        {
            await RunCommandAsync(cancellationToken);
            return;
        }

        app.Services.GetService<IStartupValidator>()?.Validate();
        PortCheck.Check(settings.Listen);
        storage.Open();
        _ = TellOfTheFileAsync();
        // Listening before the engine runs: its first work may be a mail that goes to our own mailbox.
        await app.StartAsync(cancellationToken);
        await engine.StartAsync(cancellationToken);
        _ready.TrySetResult();
        if (timers.Any)
            timers.Start(app.Services, new TableTimerStatusStore(storage), surroundings.Time);
        StartupScreen.Print(surroundings, settings, storage, surroundings.Time.GetElapsedTime(started));
        if (demo is not null)
            _playing = Task.Run(() => demo.RunAsync(_stopping.Token), CancellationToken.None);
    }

    /// <summary>A large file is read to its end beside the work. A small one was before, and its damage is a start that fails.</summary>
    private async Task TellOfTheFileAsync()
    {
        if (storage.ReadToItsEnd.IsCompletedSuccessfully) return;
        try
        {
            var began = surroundings.Time.GetTimestamp();
            if (await storage.ReadToItsEnd is { } damage) LogDamage(app.Logger, damage.Message);
            else LogRead(app.Logger, storage.Description, surroundings.Time.GetElapsedTime(began));
        }
        catch (OperationCanceledException)
        {
            // Closed before it was read to its end.
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Damage} Nothing of it is read or written from now on.")]
    private static partial void LogDamage(ILogger log, string damage);

    [LoggerMessage(Level = LogLevel.Information, Message = "The data file {File} was read to its end in {Took}: it is what was written.")]
    private static partial void LogRead(ILogger log, string file, TimeSpan took);

    /// <summary>A command instead of everything else: nothing listens, and no service of the application is started.</summary>
    private async Task RunCommandAsync(CancellationToken cancellationToken)
    {
        // Whoever asks whether the records are whole is not answered by their outline.
        if (settings.Command is ["admin", "verify", ..] && File.Exists(settings.File))
            storage.Open(wholly: true);
        if (EngineCommands.Knows(settings.Command))
            await new EngineCommands(settings, storage, engine, surroundings.Out).RunAsync(cancellationToken);
        else
            await ApplicationCommand.RunAsync(settings.Command, app.Services, surroundings, cancellationToken);
        // Azurite writes what it holds.
        await storage.DisposeAsync();
        surroundings.Exit(0);
    }
}
