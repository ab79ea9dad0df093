using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

public sealed partial class Alerts
{
    private static readonly BicepFile _alerts = BicepFile.App("alerts");

    public static string[] Names { get; } =
        [.. AlertName().Matches(_alerts.The("var", "logAlerts").Value).Select(m => m.Groups[1].Value), "availability"];

    [Fact]
    public void Each_thing_that_can_go_wrong_has_its_alert() =>
        Assert.Equal(["failed-orchestration", "overdue-effect", "undelivered-mail", "server-errors", "latency", "availability"], Names);

    [Fact]
    public void Every_alert_reaches_a_person()
    {
        Assert.Contains("actionGroup.id", _alerts.The("resource", "logRules").Text, StringComparison.Ordinal);
        Assert.Contains("actionGroup.id", _alerts.The("resource", "availabilityRule").Text, StringComparison.Ordinal);
        Assert.Contains("for (recipient, index) in recipients", _alerts.The("resource", "actionGroup").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_becomes_too_dear_is_told_before_it_ends() =>
        Assert.Contains("'Forecasted'", BicepFile.App("budget").The("resource", "budget").Text, StringComparison.Ordinal);

    [Fact]
    public void The_health_that_is_watched_is_the_one_that_a_deployment_waits_for()
    {
        var watched = BicepFile.Main.The("param", "healthPath").Value.Trim('\'');
        Assert.Equal(2, Regex.Count(Repository.Read(".github/workflows/deploy.yml"), Regex.Escape($"\"$URL{watched}\"")));
    }

    [GeneratedRegex("^    name: '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex AlertName();
}
