using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>The real program as a process of its own, on a loopback port and a data folder of its own.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RunningProgram(Process process, Uri address, string dataFolder)
    {
        (_process, Address, DataFolder) = (process, address, dataFolder);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>Starts it and waits until every part of it is well.</summary>
    public static async Task<RunningProgram> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var dataFolder = Directory.CreateTempSubdirectory("localdiplomacy-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", address.GetLeftPart(UriPartial.Authority), "--data", dataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Away from the sources, so that nobody's local.settings.json takes part.
            WorkingDirectory = dataFolder,
        };
        foreach (var name in new[] { "AzureWebJobsStorage", "SENDGRID_API_KEY", "SENDGRID_HOST", "PUBLIC_URL" })
            start.Environment.Remove(name);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var program = new RunningProgram(Process.Start(start)!, address, dataFolder);
        await Waiting.UntilAsync("the program is well", program.IsWellAsync, () => program.Output);
        return program;
    }

    public async Task<bool> IsWellAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{Output}");
        try
        {
            using var http = new HttpClient { BaseAddress = Address };
            using var answer = await http.GetAsync("/api/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private static string Program =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;

    /// <summary>A port that nobody listens on at this moment.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Note(string? line)
    {
        lock (_output) _output.AppendLine(line);
    }
}
