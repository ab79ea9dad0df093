using System.Text.RegularExpressions;

namespace LocalDiplomacy.Infrastructure.Tests.Delivery;

public sealed partial class AzureDeveloperCli
{
    private readonly string _project = Repository.Read("azure.yaml");

    [Fact]
    public void Every_hook_is_a_script_that_can_be_run()
    {
        var hooks = Hook().Matches(_project).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(4, hooks.Length);
        Assert.All(hooks, h => Assert.StartsWith("#!/bin/sh\n", Repository.Read(h), StringComparison.Ordinal));
        if (OperatingSystem.IsWindows()) return;
        foreach (var hook in hooks)
            Assert.True(File.GetUnixFileMode(Repository.PathOf(hook)).HasFlag(UnixFileMode.UserExecute), hook);
    }

    [Fact]
    public void The_service_is_the_app_that_the_template_tags()
    {
        var template = Repository.Read("infra/app/function-app.bicep");
        Assert.Matches(@"(?m)^  functions:\n    project: \./functions$", _project);
        Assert.Contains("'azd-service-name': 'functions'", template, StringComparison.Ordinal);
        Assert.Contains("'azd-env-name': environmentName", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_hooks_take_from_the_template_is_an_output_of_it()
    {
        var main = Repository.Read("infra/main.bicep");
        foreach (var name in new[] { "VAULT_NAME", "PUBLIC_URL", "HEALTH_URL", "IDENTITY_PRINCIPAL_ID" })
            Assert.Contains($"output {name} string", main, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?m)^    run: (\S+)$")]
    private static partial Regex Hook();
}
