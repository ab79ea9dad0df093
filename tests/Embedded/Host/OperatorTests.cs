using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalDiplomacy.Azurite;
using LocalDiplomacy.EmbeddedHost;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>What the host tells operators of its engine: over HTTP while it runs, by commands when it does not.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task The_hubs_health_and_a_history_are_there_for_whoever_is_on_the_machine()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, null, typeof(OrchestrationFunctionTests.Case));
        await host.Client.GetAsync("/start/mou-7");

        var health = await HealthAsync(host);
        var history = JsonNode.Parse(await host.Client.GetStringAsync("/engine/api/history/mou-7"))!;

        Assert.Equal(1, (int)health["instances"]!["byStatus"]!["Completed"]!);
        Assert.True((bool)health["isWell"]!);
        Assert.Equal("Completed", (string?)history["status"]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/engine/api/history/nobody")).StatusCode);
    }

    [Theory]
    [InlineData("/engine/api/health")]
    [InlineData("/engine/api/history/mou-7")]
    public async Task Others_find_nothing(string address)
    {
        await using var host = await RunningHost.StartAsync(_surroundings, null, typeof(OrchestrationFunctionTests.Case));
        await host.Client.GetAsync("/start/mou-7");
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        using var renamed = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "evil.example" } };

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.SendAsync(forwarded)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.SendAsync(renamed)).StatusCode);
    }

    [Fact]
    public async Task A_history_goes_into_a_file_and_from_there_through_the_orchestrations()
    {
        await using (var host = await RunningHost.StartAsync(_surroundings, null, typeof(OrchestrationFunctionTests.Case)))
            await host.Client.GetAsync("/start/mou-7");
        var file = Path.Combine(_surroundings.Folder, "mou-7.json");

        await CommandAsync("history", "mou-7", "--out", file);
        await CommandAsync("replay", file);

        Assert.Contains("events of Run 'mou-7' (Completed)", _surroundings.Out.ToString(), StringComparison.Ordinal);
        Assert.Contains("all as recorded", _surroundings.Out.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _surroundings.ExitCode);

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"name\": \"Stamp\"", "\"name\": \"Seal\"", StringComparison.Ordinal));
        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => CommandAsync("replay", file));
        Assert.Equal("1 of 1 histories cannot be followed by today's orchestrations.", fault.Message);
        Assert.Contains("event 1, turn 0: expected TaskScheduled #0 'Seal', found TaskScheduled #0 'Stamp'", _surroundings.Out.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _surroundings.ExitCode);
    }

    [Fact]
    public async Task Without_a_file_it_goes_to_the_console()
    {
        await using (var host = await RunningHost.StartAsync(_surroundings, null, typeof(OrchestrationFunctionTests.Case)))
            await host.Client.GetAsync("/start/mou-7");
        var before = _surroundings.Out.ToString()!.Length;

        await CommandAsync("history", "mou-7");

        using var document = JsonDocument.Parse(_surroundings.Out.ToString()![before..]);
        Assert.Equal("mou-7", document.RootElement.GetProperty("instanceId").GetString());
    }

    [Theory]
    [InlineData("There is no store at", "history", "mou-7")]
    [InlineData("'history' needs the id of one instance", "history")]
    [InlineData("'replay' needs a file", "replay")]
    [InlineData("cannot be replayed", "replay", "nowhere.json")]
    public async Task What_cannot_be_done_is_one_line(string line, params string[] command)
    {
        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => CommandAsync(command));

        Assert.Contains(line, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.False(Directory.Exists(Path.Combine(_surroundings.Folder, ".data")), "a store was made that nobody asked for");
    }

    [Fact]
    public void Out_without_history_is_refused() =>
        Assert.Throws<StartupFaultException>(() => RunningHost.Builder(_surroundings, ["--out", "file"], []));

    [Fact]
    public async Task Histories_and_health_are_there_on_Azurite_too()
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(_surroundings.Folder, "azurite")));
        _surroundings.Environment["AzureWebJobsStorage"] = azurite.ConnectionString;
        var file = Path.Combine(_surroundings.Folder, "mou-7.json");
        await using (var host = await RunningHost.StartAsync(_surroundings, null, typeof(OrchestrationFunctionTests.Case)))
        {
            await host.Client.GetAsync("/start/mou-7");
            Assert.Equal(1, (int)(await HealthAsync(host))["instances"]!["byStatus"]!["Completed"]!);
            Assert.Equal("Completed", (string?)JsonNode.Parse(await host.Client.GetStringAsync("/engine/api/history/mou-7"))!["status"]);
        }

        await CommandAsync("history", "mou-7", "--out", file);
        await CommandAsync("replay", file);

        Assert.Contains("all as recorded", _surroundings.Out.ToString(), StringComparison.Ordinal);
    }

    private async Task CommandAsync(params string[] command)
    {
        using var host = RunningHost.Builder(_surroundings, ["--urls", "http://127.0.0.1:0", .. command], [typeof(OrchestrationFunctionTests.Case)]).Build();
        await host.StartAsync();
    }

    /// <summary>Until what the answer was waiting for is settled inside, too.</summary>
    private static async Task<JsonNode> HealthAsync(RunningHost host)
    {
        for (var asked = 0; ; asked++)
        {
            var health = JsonNode.Parse(await (await host.Client.GetAsync("/engine/api/health")).Content.ReadAsStringAsync())!;
            if ((int)health["due"]! == 0 || asked > 1000) return health;
        }
    }
}
