using System.Reflection;
using LocalDiplomacy.Demo;
using LocalDiplomacy.Documents;
using LocalDiplomacy.EmbeddedHost;
using LocalDiplomacy.Functions.Telemetry;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Workflows;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>The program within this process, built as Program.cs builds it, under a clock that a test skips ahead.</summary>
public sealed class ProgramWithAClock : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private ProgramWithAClock(IHost host, Uri address, SkippableTime clock, string folder) =>
        (_host, Address, Clock, _folder) = (host, address, clock, folder);

    public Uri Address { get; }

    public SkippableTime Clock { get; }

    /// <summary>The engine's client, as an operator's tool has it.</summary>
    public DurableTaskClient Engine => ((Func<DurableTaskClient>)_host.Services.GetService(typeof(Func<DurableTaskClient>))!)();

    public static async Task<ProgramWithAClock> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("localdiplomacy-").FullName;
        var clock = new SkippableTime(TimeProvider.System);
        var builder = new FunctionsApplicationBuilder(EmbeddedApplicationBuilder.Create(
            ["--urls", "http://127.0.0.1:0", "--data", folder], typeof(FunctionsRegistration).Assembly.GetTypes(), SurroundingsIn(folder, clock, settings ?? new Dictionary<string, string?>()), "LocalDiplomacy.Functions"));
        builder.ConfigureFunctionsWebApplication();
        builder.UseReception();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddWorkflows(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddDocuments();
        builder.Services.AddFunctions();
        var host = builder.Build();
        await host.StartAsync();
        var program = new ProgramWithAClock(host, new Uri(builder.Configuration["PUBLIC_URL"]!), clock, folder);
        await Waiting.UntilAsync("the program is well", program.IsWellAsync);
        return program;
    }

    /// <summary>Work under way would find that it took days: it is waited for.</summary>
    public async Task SkipToAsync(DateTimeOffset then)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var looks = 0; looks < 4;)
        {
            var health = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync("/engine/api/health"))!;
            looks = (int)health["runningActivities"]! + (int)health["outboxDepth"]! == 0 ? looks + 1 : 0;
        }

        Clock.SkipTo(then);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Surroundings SurroundingsIn(string folder, SkippableTime clock, IReadOnlyDictionary<string, string?> settings)
    {
        var own = Surroundings.OfThisProcess();
        string[] notOurs = ["AzureWebJobsStorage", "SENDGRID_API_KEY", "SENDGRID_HOST", "PUBLIC_URL"];
        return own with
        {
            CurrentDirectory = folder,
            ProgramDirectory = Path.GetDirectoryName(ProgramFile)!,
            Environment = own.Environment.Where(variable => !notOurs.Contains(variable.Key)).Concat(settings).ToDictionary(StringComparer.OrdinalIgnoreCase),
            In = TextReader.Null,
            Out = TextWriter.Null,
            Interactive = false,
            Exit = code => throw new InvalidOperationException($"The program ended with {code}."),
            Time = clock,
        };
    }

    private static string ProgramFile =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;

    private async Task<bool> IsWellAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.GetAsync("/api/health/ready");
        return answer.IsSuccessStatusCode;
    }
}
