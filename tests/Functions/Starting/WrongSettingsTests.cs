using System.Diagnostics;
using System.Reflection;

namespace LocalDiplomacy.Functions.Tests.Starting;

/// <summary>The real program with settings that are wrong: a line for each, and no start.</summary>
public sealed class WrongSettingsTests
{
    [Fact]
    public async Task Each_is_one_line_and_the_program_ends()
    {
        var folder = Directory.CreateTempSubdirectory("localdiplomacy-").FullName;
        var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", "--data", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PUBLIC_URL"] = "http://mou.association.example";
        start.Environment["MAIL_FROM"] = "nobody";
        start.Environment["SENDGRID_API_KEY"] = "@Microsoft.KeyVault(VaultName=kv;SecretName=sendgrid-api-key)";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["SEAL_CERTIFICATE"] = "/nowhere/seal.pfx";
        start.Environment.Remove("AzureWebJobsStorage");

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);

        var lines = (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "PUBLIC_URL", "MAIL_FROM", "SENDGRID_API_KEY", "SEAL_CERTIFICATE"], lines.Select(line => line.Split(' ')[0]));
        Assert.Equal(2, process.ExitCode);
        Assert.DoesNotContain("open", await output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "store.db")), "something was begun");
        Directory.Delete(folder, recursive: true);
    }
}
