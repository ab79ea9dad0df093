using System.Diagnostics;
using System.Globalization;

namespace LocalDiplomacy.Azurite;

/// <summary>
/// Azurite on the loopback address, for blobs and tables. It ends with this program, whichever way this program
/// ends. It keeps tables in memory and writes them every five seconds: a kill of Azurite itself loses the last ones.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // Public, and the same for every emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process process;
    private readonly TimeSpan patience;

    private AzuriteProcess(Process process, AzuriteOptions options, int blobPort, int tablePort)
    {
        this.process = process;
        patience = options.Patience;
        BlobPort = blobPort;
        TablePort = tablePort;
    }

    public int BlobPort { get; }

    public int TablePort { get; }

    public int ProcessId => process.Id;

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};");

    /// <summary>Installs it at the first use, starts it, and returns when both services answer.</summary>
    /// <exception cref="AzuriteException">Node.js is missing, npm failed, a port is taken, or it takes too long.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.DataFolder);
        var program = await AzuriteInstallation.EnsureAsync(options, cancellation).ConfigureAwait(false);
        var output = new AzuriteOutput();
        var process = Launch(program, options, output);
        try
        {
            var (blob, table) = await output.Listening.WaitAsync(options.Patience, cancellation).ConfigureAwait(false);
            return new AzuriteProcess(process, options, blob, table);
        }
        catch (Exception failure)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw failure is TimeoutException ? AzuriteException.TooSlow(options.Patience) : failure;
        }
    }

    /// <summary>Lets it save and end; kills it when that takes too long. A second call does nothing.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited)
            return;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Ends it at once, as a crash would: what it had not written yet is lost.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private static Process Launch(string program, AzuriteOptions options, AzuriteOutput output)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = options.DataFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-e", Resources.Text("azurite-child.cjs"), "--", program,
                "--location", Path.GetFullPath(options.DataFolder),
                "--blobHost", "127.0.0.1", "--blobPort", Text(options.BlobPort),
                "--tableHost", "127.0.0.1", "--tablePort", Text(options.TablePort),
                "--queueHost", "127.0.0.1", "--queuePort", "0",
                "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            },
        };
        var process = Programs.Start(start);
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => output.Take(line.Data);
        process.ErrorDataReceived += (_, line) => output.Take(line.Data);
        process.Exited += (_, _) =>
        {
            process.WaitForExit();
            output.Ended();
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.HasExited)
            output.Ended();
        return process;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
