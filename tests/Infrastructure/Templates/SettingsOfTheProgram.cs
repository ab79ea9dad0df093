using System.Text.Json;
using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>Every setting that the program reads is set, and none that nobody reads. What it reads is taken from its source.</summary>
public sealed partial class SettingsOfTheProgram
{
    /// <summary>Read by Azure's own parts, and by which.</summary>
    private static readonly Dictionary<string, string> _readByAzure = new()
    {
        ["AzureWebJobsStorage__accountName"] = "the Functions host, Durable Task and the program",
        ["AzureWebJobsStorage__credential"] = "the Functions host and Durable Task",
        ["AzureWebJobsStorage__clientId"] = "the Functions host and Durable Task",
        ["AzureWebJobsDisableHomepage"] = "the Functions host",
        ["AZURE_CLIENT_ID"] = "DefaultAzureCredential",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "the Functions host and the telemetry exporter",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "the Functions host",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "App Service Authentication",
        ["DURABLE_TASK_SCHEDULER_CONNECTION_STRING"] = "Durable Task, when host.json names the scheduler",
    };

    private static readonly BicepFile _app = BicepFile.App("function-app");

    /// <summary>Names in capitals, and those of the store, as they stand in the program's source.</summary>
    public static IReadOnlySet<string> ReadByTheProgram { get; } = Sources().SelectMany(Names).ToHashSet();

    /// <summary>What host.json takes from settings: %NAME%.</summary>
    public static IReadOnlySet<string> ReadByHostJson { get; } =
        Values(JsonDocument.Parse(Repository.Read("host.json")).RootElement).SelectMany(v => Percent().Matches(v)).Select(m => m.Groups[1].Value).ToHashSet();

    public static IReadOnlyList<string> Set { get; } =
        [.. _app.All("var").Where(v => v.Name.EndsWith("Settings", StringComparison.Ordinal)).SelectMany(SettingsOf)];

    [Fact]
    public void The_source_names_settings() => Assert.Contains("PUBLIC_URL", ReadByTheProgram);

    [Fact]
    public void Every_setting_that_the_program_reads_is_set() =>
        Assert.Equal([], ReadByTheProgram.Concat(ReadByHostJson).Where(name => !Set.Any(s => s == name || s.StartsWith(name + "__", StringComparison.Ordinal))));

    [Fact]
    public void No_setting_is_set_that_nobody_reads() =>
        Assert.Equal([], Set.Where(s => !ReadByTheProgram.Contains(s) && !ReadByHostJson.Contains(s) && !_readByAzure.ContainsKey(s)));

    [Fact]
    public void A_setting_is_set_once() => Assert.Equal(Set.Distinct(), Set);

    [Fact]
    public void All_groups_of_settings_reach_the_app()
    {
        var union = _app.The("resource", "settings").Body["properties"]!;
        Assert.All(_app.All("var").Where(v => v.Name.EndsWith("Settings", StringComparison.Ordinal)), v => Assert.Matches($@"\b{v.Name}\b", union));
    }

    [Fact]
    public void The_store_is_entered_by_identity_and_never_by_a_connection_string()
    {
        Assert.DoesNotContain("AzureWebJobsStorage", Set);
        Assert.Equal("'managedidentity'", BicepObject.Parse(_app.The("var", "identitySettings").Value)["AzureWebJobsStorage__credential"]);
    }

    [Fact]
    public void The_host_leaves_the_first_page_to_the_program() =>
        Assert.Equal("'true'", BicepObject.Parse(_app.The("var", "hostSettings").Value)["AzureWebJobsDisableHomepage"]);

    [Theory]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_CONTENTAZUREFILECONNECTIONSTRING")]
    public void What_Flex_Consumption_refuses_is_not_set(string name) => Assert.DoesNotContain(name, Set);

    private static IEnumerable<string> Sources() =>
        new[] { "functions", "workflows", "pages" }.SelectMany(folder => Repository.Files(folder, "*.cs"));

    /// <summary>The regions of the reference tables are written like settings and are none.</summary>
    private static IEnumerable<string> Names(string path) => path.EndsWith("Mission.cs", StringComparison.Ordinal)
        ? []
        : SettingName().Matches(Repository.Read(path)).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> SettingsOf(BicepStatement group)
    {
        // An optional group is written "condition ? {} : { … }".
        var colon = BicepText.NextOutside(group.Value, 0, ':');
        return BicepObject.Parse(colon < group.Value.Length ? group.Value[(colon + 1)..] : group.Value).Keys;
    }

    private static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Values(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|AzureWebJobsStorage)\"")]
    private static partial Regex SettingName();

    [GeneratedRegex("%([A-Za-z0-9_]+)%")]
    private static partial Regex Percent();
}
