using System.Diagnostics;
using System.Text.Json;

namespace LocalDiplomacy.Hosts.Tests;

/// <summary>The project files, as MSBuild reads them for each host.</summary>
public sealed class WhatEachHostReferences
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("functions/LocalDiplomacy.Functions.csproj", "Azure.Monitor.OpenTelemetry.Exporter Microsoft.Azure.Functions.Worker Microsoft.Azure.Functions.Worker.Extensions.DurableTask Microsoft.Azure.Functions.Worker.Extensions.Http Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore Microsoft.Azure.Functions.Worker.Extensions.Timer Microsoft.Azure.Functions.Worker.OpenTelemetry Microsoft.Azure.Functions.Worker.Sdk OpenTelemetry.Extensions.Hosting")]
    [InlineData("workflows/LocalDiplomacy.Workflows.csproj", "Azure.Data.Tables Azure.Storage.Blobs Microsoft.DurableTask.Abstractions Microsoft.DurableTask.Client SendGrid")]
    [InlineData("pages/LocalDiplomacy.Pages.csproj", "")]
    [InlineData("documents/LocalDiplomacy.Documents.csproj", "")]
    public async Task Azure_has_the_packages_and_nothing_embedded(string project, string packages)
    {
        var azure = await EvaluateAsync(project, "azure");
        var embedded = await EvaluateAsync(project, "embedded");

        Assert.Equal(packages.Split(' ', StringSplitOptions.RemoveEmptyEntries), azure.Packages.Except(embedded.Packages).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(azure.Projects, reference => reference.Contains("embedded", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(embedded.Packages.Except(azure.Packages));
    }

    [Fact]
    public async Task The_azure_build_is_an_isolated_worker_of_version_4()
    {
        var properties = (await MSBuildAsync("functions/LocalDiplomacy.Functions.csproj", "azure", "-getProperty:AzureFunctionsVersion,OutputType,TargetFramework")).GetProperty("Properties");

        Assert.Equal("v4", properties.GetProperty("AzureFunctionsVersion").GetString());
        Assert.Equal("Exe", properties.GetProperty("OutputType").GetString());
        Assert.Equal("net10.0", properties.GetProperty("TargetFramework").GetString());
    }

    private static async Task<(string[] Packages, string[] Projects)> EvaluateAsync(string project, string host)
    {
        var items = (await MSBuildAsync(project, host, "-getItem:PackageReference,ProjectReference")).GetProperty("Items");
        return (Names(items, "PackageReference"), Names(items, "ProjectReference"));
    }

    private static string[] Names(JsonElement items, string kind) =>
        [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];

    private static async Task<JsonElement> MSBuildAsync(string project, string host, string question)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(Root, project), $"-p:FunctionsHost={host}", question, "-nologo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode == 0, await output + await errors);
        return JsonDocument.Parse(await output).RootElement.Clone();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LocalDiplomacy.Functions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder.FullName;
    }
}
