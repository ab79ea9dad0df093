using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>The real program as a process of its own, on a port and a data folder of its own.</summary>
internal sealed class ProgramUnderTest : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private bool _isDisposed;

    private ProgramUnderTest(Process process, Uri portal)
    {
        (_process, Portal) = (process, portal);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Portal { get; }

    /// <summary>What it has printed so far, both streams.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it; <see cref="ReadyAsync"/> says when it answers.</summary>
    public static ProgramUnderTest Start(string data, int port, params string[] options) => StartOn(null, data, port, options);

    /// <param name="storage">A connection string; null for the durable file in the data folder.</param>
    public static ProgramUnderTest StartOn(string? storage, string data, int port, params string[] options)
    {
        var portal = new Uri($"http://127.0.0.1:{port}/");
        var start = new ProcessStartInfo("dotnet", [Metadata("Program"), "--urls", portal.GetLeftPart(UriPartial.Authority), "--data", data, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Away from the sources, so that nobody's local.settings.json takes part.
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var setting in new[] { "AzureWebJobsStorage", "SENDGRID_API_KEY", "SENDGRID_HOST", "PUBLIC_URL" }) start.Environment.Remove(setting);
        if (storage is not null) start.Environment["AzureWebJobsStorage"] = storage;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.StandardInput.Close();
        return new ProgramUnderTest(process, portal);
    }

    public static string Metadata(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until it answers that it is well.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Portal, Timeout = TimeSpan.FromSeconds(5) };
        await Waiting.UntilAsync($"the program answers at {Portal}", Patience, LookEvery, async () =>
        {
            if (HasEnded) throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{Output}");
            try
            {
                using var answer = await http.GetAsync("/api/health/ready");
                return answer.IsSuccessStatusCode;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                return false;
            }
        });
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for its own end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndedAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
    }
}
