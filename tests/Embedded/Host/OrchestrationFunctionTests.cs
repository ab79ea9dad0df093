using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>Orchestrations and activities that are functions, started over HTTP.</summary>
public sealed class OrchestrationFunctionTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task An_orchestration_runs_from_an_HTTP_call_to_its_end()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, null, typeof(Case));

        var answer = await host.Client.GetFromJsonAsync<JsonElement>("/start/mou-7");

        Assert.Equal("Completed", answer.GetProperty("status").GetString());
        Assert.Equal("\"mou-7: drafted (case mou-7), signed (case mou-7)\"", answer.GetProperty("output").GetString());
    }

    [Fact]
    public async Task Middleware_stands_in_front_of_them_too()
    {
        await using var host = await RunningHost.StartAsync(
            _surroundings,
            builder => builder.UseMiddleware(async (context, next) =>
            {
                context.InstanceServices.GetRequiredService<Notebook>().Write(context.FunctionDefinition.Name);
                await next();
            }),
            typeof(Case));

        await host.Client.GetAsync("/start/mou-8");

        Assert.Superset(new HashSet<string> { "Start", "Run", "Stamp" }, host.Notebook.Lines.ToHashSet());
    }

    [Fact]
    public async Task An_activity_that_throws_fails_its_orchestration()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, null, typeof(Case));

        var answer = await host.Client.GetFromJsonAsync<JsonElement>("/start/broken");

        Assert.Equal("Failed", answer.GetProperty("status").GetString());
        Assert.Contains("no such case", answer.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    public sealed record Stage(string Name, bool Broken);

    public sealed class Case(Notebook notebook)
    {
        [Function("Start")]
        public static async Task<IActionResult> Start(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "start/{id}")] HttpRequest request,
            string id,
            [DurableClient] DurableTaskClient client)
        {
            await client.ScheduleNewOrchestrationInstanceAsync("Run", id, new StartOrchestrationOptions(id), request.HttpContext.RequestAborted);
            var ended = await client.WaitForInstanceCompletionAsync(id, true, request.HttpContext.RequestAborted);
            return new JsonResult(new
            {
                status = ended.RuntimeStatus.ToString(),
                output = ended.SerializedOutput,
                failure = ended.FailureDetails?.ToString(),
            });
        }

        [Function("Run")]
        public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context, string id)
        {
            var first = await context.CallActivityAsync<string>("Stamp", new Stage("drafted", id == "broken"));
            var second = await context.CallActivityAsync<string>("Stamp", new Stage("signed", false));
            return $"{context.GetInput<string>()}: {first}, {second}";
        }

        [Function("Stamp")]
        public async Task<string> Stamp([ActivityTrigger] Stage stage, string instanceId, [DurableClient] DurableTaskClient client)
        {
            await Task.Yield();
            notebook.Write($"{stage.Name} by {client.GetType().Name}");
            return stage.Broken ? throw new InvalidOperationException("no such case") : $"{stage.Name} (case {instanceId})";
        }
    }
}
