using System.Diagnostics;

namespace LocalDiplomacy.EngineProcess;

/// <summary>The engine in a process of its own, as its parent sees it.</summary>
public sealed class KilledEngine : IDisposable
{
    private readonly Process process;

    private KilledEngine(Process process) => this.process = process;

    public bool HasEnded => process.HasExited;

    /// <param name="connection">Of its storage.</param>
    /// <param name="folder">Where its effects are noted.</param>
    /// <param name="name">Of its file there; never used before.</param>
    /// <param name="starts">After how many starts an activity is given up.</param>
    /// <param name="shared">False for the only host of the hub.</param>
    public static KilledEngine Start(string connection, string folder, string name, int starts = 1000, bool shared = false)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(KilledEngine).Assembly.Location, connection, Path.Combine(folder, name + ".effects"),
                starts.ToString(null as IFormatProvider), shared ? "shared" : "alone",
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // An end without a word is part of the test.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new KilledEngine(process);
    }

    /// <returns>False when it ended before.</returns>
    public async Task<bool> ReadyAsync() => await process.StandardOutput.ReadLineAsync() == "ready";

    /// <returns>Null when it ended before it answered: nobody knows then whether it was done.</returns>
    public async Task<string?> AskAsync(string request)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(request);
            await process.StandardInput.FlushAsync();
            return await process.StandardOutput.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
