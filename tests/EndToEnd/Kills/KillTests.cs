using System.Security.Cryptography;
using LocalDiplomacy.Demo;
using Xunit.Abstractions;

namespace LocalDiplomacy.EndToEnd.Tests.Kills;

/// <summary>The process dies fifty times in the middle of things; nobody who got an answer may notice.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 50;

    [Fact]
    public async Task Fifty_kills_lose_no_acknowledged_step_and_double_no_decision()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        using var data = new TemporaryFolder();
        using var program = new KilledProgram(data.Path, new Random(seed));
        await program.StartAsync();
        using var client = new StubbornClient(program, await ApiKeyAsync(program.Portal));
        var flows = new List<Flow>();
        try
        {
            await RunAsync(program, client, flows);
        }
        finally
        {
            output.WriteLine($"{program.Kills} kills over {flows.Count} MOUs; {client.Lost} requests died with the program and were sent again");
        }

        foreach (var flow in flows)
        {
            Assert.Equal(Flow.Plan.Count - 1, flow.Acknowledged);
            await flow.CheckAsync();
        }
    }

    private static async Task RunAsync(KilledProgram program, StubbornClient client, List<Flow> flows)
    {
        var killing = program.KillAsync(Kills, async () => await (flows.LastOrDefault()?.CheckAsync() ?? Task.CompletedTask));
        do
        {
            flows.Add(NextFlow(client, flows.Count + 1));
            var flow = flows[^1].RunAsync();
            // A kill's own check that fails ends the test at once, not when the flow has lost its patience.
            if (await Task.WhenAny(flow, killing) == killing) await killing;
            await flow;
        }
        while (!killing.IsCompleted);
        await killing;
    }

    private static Flow NextFlow(StubbornClient client, int number)
    {
        var mailboxes = new Dictionary<string, StubbornMailbox>();
        return new Flow(client, address => mailboxes.TryGetValue(address, out var known) ? known : mailboxes[address] = new(client, address), number);
    }

    private static async Task<string> ApiKeyAsync(Uri portal)
    {
        using var cast = new Cast(portal, TimeProvider.System);
        await cast.Officer.SignInAsync(default);
        return await cast.Officer.MakeKeyAsync(default);
    }
}
