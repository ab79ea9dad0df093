using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Tests.Cases;

public sealed class SettingsAreChecked
{
    [Fact]
    public void Each_fault_is_one_line_that_names_its_setting()
    {
        var faults = Faults(new()
        {
            ["PUBLIC_URL"] = "pages.example",
            ["SENDGRID_HOST"] = "ftp://mail.example",
            ["MAIL_FROM"] = "nobody",
            ["FIRST_ADMINISTRATOR"] = "first",
            ["SAMPLE_ASSOCIATION"] = "perhaps",
            ["DESK_REQUIRES_ENTRA"] = "1",
        });

        Assert.Equal(
            ["PUBLIC_URL", "SENDGRID_HOST", "MAIL_FROM", "FIRST_ADMINISTRATOR", "SENDGRID_API_KEY", "SAMPLE_ASSOCIATION", "DESK_REQUIRES_ENTRA", "AzureWebJobsStorage"],
            faults.Select(fault => fault.Split(' ')[0]));
        Assert.All(faults, fault => Assert.DoesNotContain('\n', fault));
        Assert.All(faults, fault => Assert.Matches("(Set|Put) ", fault));
    }

    [Fact]
    public void A_key_or_a_host_of_ones_own_is_enough()
    {
        Assert.Empty(Faults(Stored(new() { ["SENDGRID_API_KEY"] = "key" })));
        Assert.Empty(Faults(Stored(new() { ["SENDGRID_HOST"] = "http://127.0.0.1:7071/mailbox" })));
    }

    [Fact]
    public void A_reference_to_the_vault_that_was_not_resolved_is_no_key() =>
        Assert.Contains("could not resolve", Assert.Single(Faults(Stored(new() { ["SENDGRID_API_KEY"] = "@Microsoft.KeyVault(VaultName=v;SecretName=s)" }))), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://mou.example", 1)]
    [InlineData("https://mou.example", 0)]
    [InlineData("http://127.0.0.1:8080", 0)]
    [InlineData("http://localhost", 0)]
    public void The_public_address_is_protected_on_its_way(string url, int faults) =>
        Assert.Equal(faults, Faults(Stored(new() { ["SENDGRID_API_KEY"] = "key", ["PUBLIC_URL"] = url })).Length);

    [Theory]
    [InlineData("accountName=stld7", "")]
    [InlineData("accountName=stld7;credential=managedidentity;clientId=7f0c0e0e-6f65-4b2f-9a0e-6a3f5b1d2c3e", "")]
    [InlineData("tableServiceUri=https://a.table.core.usgovcloudapi.net;blobServiceUri=https://a.blob.core.usgovcloudapi.net", "")]
    [InlineData("accountName=https://stld7.blob.core.windows.net", "AzureWebJobsStorage__accountName")]
    [InlineData("tableServiceUri=https://a.table.example", "AzureWebJobsStorage")]
    [InlineData("accountName=stld7;blobServiceUri=a.blob.example", "AzureWebJobsStorage__blobServiceUri")]
    [InlineData("accountName=stld7;credential=password", "AzureWebJobsStorage__credential")]
    [InlineData("accountName=stld7;clientId=me", "AzureWebJobsStorage__clientId")]
    public void The_store_by_identity(string below, string fault)
    {
        var pairs = below.Split(';').Select(pair => pair.Split('=', 2)).ToArray();
        foreach (var separator in new[] { ":", "__" })
        {
            var settings = pairs.ToDictionary(pair => $"AzureWebJobsStorage{separator}{pair[0]}", string? (pair) => pair[1]);
            settings["SENDGRID_API_KEY"] = "key";
            Assert.Equal(fault, string.Join(',', Faults(settings).Select(line => line.Split(' ')[0])));
        }
    }

    [Theory]
    [InlineData("https://alerts.example/hook", "0123456789abcdef0123456789abcdef", "")]
    [InlineData("http://127.0.0.1:9/hook", "0123456789abcdef0123456789abcdef", "")]
    [InlineData("http://alerts.example/hook", "0123456789abcdef0123456789abcdef", "ALERT_WEBHOOK_URL is no https address")]
    [InlineData("alerts.example", "0123456789abcdef0123456789abcdef", "ALERT_WEBHOOK_URL is no https address")]
    [InlineData("https://alerts.example/hook", "short", "ALERT_WEBHOOK_SECRET is too short")]
    [InlineData("https://alerts.example/hook", "@Microsoft.KeyVault(VaultName=v;SecretName=s)", "could not resolve")]
    [InlineData("https://alerts.example/hook", null, "go together")]
    [InlineData(null, "0123456789abcdef0123456789abcdef", "go together")]
    public void Alerts_are_posted_to_a_protected_address_and_signed(string? url, string? secret, string fault)
    {
        var faults = Faults(Stored(new() { ["SENDGRID_API_KEY"] = "key", ["ALERT_WEBHOOK_URL"] = url, ["ALERT_WEBHOOK_SECRET"] = secret }));
        if (fault.Length == 0) Assert.Empty(faults);
        else Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Stored(Dictionary<string, string?> settings)
    {
        settings["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        return settings;
    }

    private static string[] Faults(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection().AddLogging()
            .AddWorkflows(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        try
        {
            return services.GetRequiredService<IOptions<WorkflowsOptions>>().Value is null ? ["no options"] : [];
        }
        catch (OptionsValidationException faults)
        {
            return [.. faults.Failures];
        }
    }
}
