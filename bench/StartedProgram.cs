using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LocalDiplomacy.Bench;

/// <summary>The program, started on a port and a data folder of its own; killed at the end.</summary>
internal sealed class StartedProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);
    private readonly Process _process;
    private readonly long _started;
    private readonly int _port;

    private StartedProgram(Process process, long started, int port) => (_process, _started, _port) = (process, started, port);

    public static StartedProgram Start(string program, string data)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [program, "--urls", $"http://127.0.0.1:{port}", "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        // Read, or a full pipe would stop the program.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new StartedProgram(process, began, port);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Milliseconds from the start of the process to the first accepted connection.</summary>
    public Task<double> ListeningAsync() => FirstAsync(async () =>
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _port);
    });

    /// <summary>Milliseconds from the start of the process to the portal's first whole page.</summary>
    public async Task<double> FirstPageAsync()
    {
        using var http = new HttpClient { Timeout = Patience };
        return await FirstAsync(async () => (await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/"))).EnsureSuccessStatusCode());
    }

    /// <summary>Resident memory in megabytes (10^6).</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<double> FirstAsync(Func<Task> attempt)
    {
        while (true)
        {
            try
            {
                await attempt();
                return Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
            }
            catch (Exception notYet) when (notYet is SocketException or HttpRequestException && Stopwatch.GetElapsedTime(_started) < Patience)
            {
                if (_process.HasExited) throw new InvalidOperationException($"The program ended with {_process.ExitCode}.", notYet);
                await Task.Delay(LookEvery);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
