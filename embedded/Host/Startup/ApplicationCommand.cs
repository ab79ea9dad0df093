using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>
/// What the application does instead of running: a delegate among its services, under the command's name as its key. It is
/// given the rest of the command line and where to write; a <see cref="HostAbortedException"/> is its one line of refusal.
/// </summary>
internal static class ApplicationCommand
{
    /// <exception cref="StartupFaultException">The application has no such command.</exception>
    public static void Check(IReadOnlyList<string> command, IServiceCollection services)
    {
        if (command is [var name, ..] && !Operators.EngineCommands.Knows(command) && !services.Any(service => service.ServiceType == typeof(Command) && Equals(service.ServiceKey, name)))
            throw new StartupFaultException($"Unknown command '{name}'. --help lists the commands.", StartupFaultException.Misused);
    }

    public static async Task RunAsync(
        IReadOnlyList<string> command, IServiceProvider services, Surroundings surroundings, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        try
        {
            await services.GetRequiredKeyedService<Command>(command[0])([.. command.Skip(1)], surroundings.Out, stop.Token);
            await surroundings.Out.FlushAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new StartupFaultException($"'{command[0]}' was interrupted.");
        }
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
