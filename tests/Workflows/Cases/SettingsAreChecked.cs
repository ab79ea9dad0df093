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
        });

        Assert.Equal(
            ["PUBLIC_URL", "SENDGRID_HOST", "MAIL_FROM", "FIRST_ADMINISTRATOR", "SAMPLE_ASSOCIATION", "SENDGRID_API_KEY"],
            faults.Select(fault => fault.Split(' ')[0]));
        Assert.All(faults, fault => Assert.DoesNotContain('\n', fault));
    }

    [Fact]
    public void A_key_or_a_host_of_ones_own_is_enough()
    {
        Assert.Empty(Faults(new() { ["SENDGRID_API_KEY"] = "key" }));
        Assert.Empty(Faults(new() { ["SENDGRID_HOST"] = "http://127.0.0.1:7071/mailbox" }));
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
