using System.Diagnostics;
using System.Text.Json;

namespace LocalDiplomacy.Azurite;

/// <summary>Finds Azurite in node_modules, or has npm install the pinned version there.</summary>
internal static class AzuriteInstallation
{
    private const string Program = "node_modules/azurite/dist/src/azurite.js";

    /// <returns>The path of the program for node.</returns>
    /// <exception cref="AzuriteException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(AzuriteOptions options, CancellationToken cancellation)
    {
        var folder = RepositoryRoot() ?? Path.Combine(options.DataFolder, "tools");
        Directory.CreateDirectory(folder);

        // Two processes that install into one folder at the same time would spoil it.
        using var turn = await FolderTurn.TakeAsync(folder, cancellation).ConfigureAwait(false);
        if (InstalledVersion(folder) != PinnedVersion())
        {
            options.Progress?.Invoke($"Installing Azurite {PinnedVersion()} into {folder}, once; this takes a minute.");
            await WriteMissingAsync(folder, "package.json", cancellation).ConfigureAwait(false);
            await WriteMissingAsync(folder, "package-lock.json", cancellation).ConfigureAwait(false);
            await InstallAsync(folder, cancellation).ConfigureAwait(false);
        }

        return Path.Combine(folder, Program);
    }

    internal static string PinnedVersion()
    {
        using var package = JsonDocument.Parse(Resources.Open("package.json"));
        return package.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString()!;
    }

    private static string? InstalledVersion(string folder)
    {
        var manifest = Path.Combine(folder, "node_modules", "azurite", "package.json");
        if (!File.Exists(manifest) || !File.Exists(Path.Combine(folder, Program)))
            return null;
        using var package = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return package.RootElement.GetProperty("version").GetString();
    }

    // The program may run from anywhere below the repository, or be published and run without one.
    private static string? RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LocalDiplomacy.Functions.sln")))
                return folder.FullName;
        }

        return null;
    }

    private static async Task WriteMissingAsync(string folder, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return;
        await using var source = Resources.Open(name);
        await using var target = File.Create(path);
        await source.CopyToAsync(target, cancellation).ConfigureAwait(false);
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        // Azurite needs no package's install script; none is run.
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList = { "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error" },
        };
        using var npm = Programs.Start(start);
        var output = npm.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await npm.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await npm.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (npm.ExitCode != 0)
            throw AzuriteException.NotInstalled(folder, errors);
    }
}
