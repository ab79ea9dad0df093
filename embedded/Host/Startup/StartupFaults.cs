using LocalDiplomacy.DurableFile;
using LocalDiplomacy.EmbeddedHost.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>Says in one line what keeps the host from starting. What it does not know stays an exception: it is a bug.</summary>
internal static class StartupFaults
{
    public static StartupFaultException? Explain(Exception exception, HostSettings settings)
    {
        if (exception is StartupFaultException fault)
            return fault;
        if (Find<OptionsValidationException>(exception) is { } wrong)
            return new StartupFaultException(string.Join(Environment.NewLine, wrong.Failures), StartupFaultException.Misused);
        // The application's own refusal to start, or to carry out a command: it says itself what is to be done.
        if (Find<HostAbortedException>(exception) is { } refusal)
            return new StartupFaultException(refusal.Message, refusal.Data["ExitCode"] as int? ?? StartupFaultException.Failed);
        if (Find<StoreUnreadableException>(exception) is { } unreadable)
            return new StartupFaultException(unreadable.Message, StartupFaultException.Misused);
        // Two processes on one file would undo each other's writes: the program that has it does what the command would.
        if (settings.Command is ["admin", ..] && Find<StoreInUseException>(exception) is { } inUse)
            return new StartupFaultException($"{inUse.Message} While the program runs on it, /desk and /api/desk do what 'admin' does.");
        if (Find<DurableFileException>(exception) is { } file)
            return new StartupFaultException(file.Message);
        return Find<AddressInUseException>(exception) is null
            ? null
            : PortCheck.Taken(string.Join(" or ", settings.Listen.Urls));
    }

    /// <summary>Prints the one line and ends the process.</summary>
    public static void End(Surroundings surroundings, StartupFaultException fault)
    {
        surroundings.Out.Flush();
        surroundings.Error.WriteLine(fault.Message);
        surroundings.Error.Flush();
        surroundings.Exit(fault.ExitCode);
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
