using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>
/// The whole of workflows/ on a file of its own: real tables, blobs and engine, a clock that the test moves and a mail
/// service that answers what the test wants. The engine's orchestrations stand still until <see cref="StartEngineAsync"/>.
/// </summary>
internal sealed class Association : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-").FullName;
    private readonly ServiceProvider _services;
    private int _keys;

    /// <param name="store">The connection string of a store; null for a new file.</param>
    public Association(Dictionary<string, string?>? settings = null, bool sample = true, string? store = null)
    {
        store ??= $"DurableFile={Path.Combine(_folder, "store.db")}";
        Tables = new(new TableServiceClient(store));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<TableServiceClient>(Tables);
        services.AddSingleton(MailService.Client());
        services.AddKeyedSingleton(AlertWebhook.Http, Webhook.Client());
        services.AddSingleton<IMailWriter, PlainMailWriter>();
        services.AddSingleton<IDocumentWriter, PlainDocumentWriter>();
        services.AddWorkflows(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings ?? [])
        {
            ["AzureWebJobsStorage"] = store,
            ["SENDGRID_API_KEY"] = "key",
            ["SAMPLE_ASSOCIATION"] = sample ? "true" : "false",
            ["PUBLIC_URL"] = "https://pages.example/",
        }).Build());
        _services = services.BuildServiceProvider();
        Host = new(
            new TableServiceClient(store), new BlobServiceClient(store), Registry(), new() { TimeProvider = Clock }, _services, NullLoggerFactory.Instance);
    }

    public TestClock Clock { get; } = new(Sample.Start);

    public MailService MailService { get; } = new();

    public WebhookReceiver Webhook { get; } = new();

    public UnreliableTables Tables { get; }

    public DurableTaskHost Host { get; }

    public DurableTaskClient Engine => Host.Client;

    public MouCases Cases => Get<MouCases>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task StartEngineAsync() => Host.StartAsync(CancellationToken.None);

    public Task LoadBeginningsAsync() => Get<Beginnings>().LoadAsync();

    /// <summary>Carries a command out under a key of its own, and expects it to be done.</summary>
    public async Task<Mou> DoAsync(MouId id, MouCommand command, Actor? by = null)
    {
        var result = await Cases.CarryOutAsync(new(id, command, by ?? Sample.ActorFor(command), NewKey()), Engine);
        return Assert.IsType<CommandResult.Done>(result).Mou;
    }

    /// <summary>A new MOU, taken through the commands.</summary>
    public async Task<Mou> BeginAsync(params MouCommand[] commands)
    {
        var id = MouCases.IdFor("tests", $"mou-{Interlocked.Increment(ref _keys)}");
        var mou = await DoAsync(id, Sample.Create);
        foreach (var command in commands) mou = await DoAsync(id, command);
        return mou;
    }

    public CommandKey NewKey() => CommandKey.From("tests", $"key-{Interlocked.Increment(ref _keys)}", "");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _services.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A file that is still open stays in the temporary folder.
        }
    }

    private DurableTaskRegistry Registry() => new DurableTaskRegistry()
        .AddOrchestrator<MouCase>(nameof(MouCase))
        .AddOrchestrator<MailDelivery>(nameof(MailDelivery))
        .AddOrchestrator<AlertDelivery>(nameof(AlertDelivery))
        .AddActivityFunc<MouCaseInput, CaseAgenda>(nameof(ReadAgenda), (_, input) => Get<ReadAgenda>().RunAsync(input))
        .AddActivityFunc<CaseEffectInput>(nameof(CarryOutEffect), (_, input) => Get<CarryOutEffect>().RunAsync(input, Engine))
        .AddActivityFunc<MouCaseInput>(nameof(PassTime), (_, input) => Get<PassTime>().RunAsync(input))
        .AddActivityFunc<MailDeliveryInput, bool>(nameof(SendMail), (_, input) => Get<SendMail>().RunAsync(input))
        .AddActivityFunc<AlertDeliveryInput>(nameof(PostAlert), (_, input) => Get<PostAlert>().RunAsync(input))
        .AddActivityFunc<GivenUpMail>(nameof(GiveUpMail), (_, input) => Get<GiveUpMail>().RunAsync(input, Engine));
}
