using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Mail.Reports;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Choices;
using LocalDiplomacy.Workflows.OfficePortal.Import;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.Operators;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Seed;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SendGrid;

namespace LocalDiplomacy.Workflows;

/// <summary>Registers everything of workflows/. An <see cref="IMailWriter"/> comes from pages/.</summary>
public static class WorkflowsRegistration
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        AddOutside(services, configuration);
        AddRecords(services);
        AddDesks(services);
        AddActivities(services);
        AddFromOutside(services);
        AddRegister(services);
        AddArchive(services);
        AddRetention(services);
        AddWatch(services);
        AddOperators(services);
        AddSeed(services);
        // In this order: nothing is loaded into a store that the first one refuses.
        return services.AddHostedService<UnfinishedImport>().AddHostedService<BeginningsLoader>();
    }

    /// <summary>What the program talks to, and how it is told where that is.</summary>
    private static void AddOutside(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new WorkflowsSettings(configuration, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IConfigureOptions<WorkflowsOptions>>(provider => provider.GetRequiredService<WorkflowsSettings>())
            .AddSingleton<IValidateOptions<WorkflowsOptions>>(provider => provider.GetRequiredService<WorkflowsSettings>());
        services.AddOptions<WorkflowsOptions>().ValidateOnStart();
        services.AddSingleton(provider => new StorageConnection(provider.GetRequiredService<IOptions<WorkflowsOptions>>().Value.Storage));
        services.TryAddSingleton(provider => provider.GetRequiredService<StorageConnection>().Tables());
        services.TryAddSingleton(provider => provider.GetRequiredService<StorageConnection>().Blobs());
        services.TryAddSingleton<ISendGridClient>(provider => SendGridFor(provider.GetRequiredService<IOptions<WorkflowsOptions>>().Value));
    }

    /// <summary>A host of one's own that takes mails without a key still gets a header, because the client insists on one.</summary>
    private static SendGridClient SendGridFor(WorkflowsOptions options)
    {
        var client = new SendGridClientOptions { ApiKey = options.SendGridApiKey ?? "none" };
        if (options.SendGridHost is { } host) client.Host = host.AbsoluteUri.TrimEnd('/');
        return new SendGridClient(client);
    }

    private static void AddRecords(IServiceCollection services) => services
        .AddSingleton<Tables>().AddSingleton<CasePartition>().AddSingleton<CaseWork>().AddSingleton<CaseRecords>().AddSingleton<Nudges>().AddSingleton<CaseLists>().AddSingleton<OrchestrationSightings>().AddSingleton<CaseIndex>().AddSingleton<OfficeIndex>().AddSingleton<OfficeHomes>().AddSingleton<TextStore>()
        .AddSingleton<LinkRegister>().AddSingleton<OneTimeCodes>().AddSingleton<SignInRegister>().AddSingleton<PersonRegister>().AddSingleton<PeopleBook>().AddSingleton<SignInLog>()
        .AddSingleton<MailLedger>().AddSingleton<CaseDocuments>().AddSingleton<CaseEvidence>().AddSingleton<ScanStore>().AddSingleton<IEvidenceSource, ScanEvidence>().AddSingleton<EvidenceSeal>().AddSingleton<Redeliveries>().AddSingleton<ReferenceTables>().AddSingleton<ContactMails>();

    private static void AddDesks(IServiceCollection services) => services
        .AddSingleton<CommandLoop>().AddSingleton<Dispatcher>().AddSingleton<MouCases>().AddSingleton<DraftReader>().AddSingleton<UnsavedDrafts>().AddSingleton<DraftFiles>().AddSingleton<ChoiceSearch>().AddSingleton<Screening.TiesInEffect>().AddSingleton<LinkDesk>()
        .AddSingleton<SignInDesk>().AddSingleton<PeopleDesk>().AddSingleton<PeopleMails>().AddSingleton<Sessions>().AddSingleton<ApiKeys>().AddSingleton<Beginnings>()
        .AddSingleton<ReferenceDesk>().AddSingleton<ContactDesk>().AddSingleton<ReferenceUpkeep>().AddSingleton<SettingsRegister>().AddSingleton<SavedViews>();

    private static void AddActivities(IServiceCollection services) => services
        .AddSingleton<Recipients>().AddSingleton<LetterComposer>().AddSingleton<MailServiceStanding>().AddSingleton<Post>()
        .AddSingleton<ReadAgenda>().AddSingleton<CarryOutEffect>().AddSingleton<LinkedMous>().AddSingleton<PassTime>().AddSingleton<StepIn>().AddSingleton<ReNudge>()
        .AddSingleton<SendMail>().AddSingleton<GiveUpMail>().AddSingleton<TakeMailReports>();

    /// <summary>Who was at links, and what was written from outside.</summary>
    private static void AddFromOutside(IServiceCollection services) => services
        .AddSingleton<LinkOpenings>().AddSingleton<FreshLinkDesk>().AddSingleton<MessageStore>().AddSingleton<MessageDesk>().AddSingleton<TakeReplies>();

    private static void AddRegister(IServiceCollection services) => services
        .AddSingleton<RegisterBook>().AddSingleton<EnterCase>().AddSingleton<RegisterRebuild>().AddSingleton<PublicRegister>().AddSingleton<RegisterImport>()
        .AddKeyedSingleton<Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task>>(
            RegisterRebuild.Command, (provider, _) => provider.GetRequiredService<RegisterRebuild>().CommandAsync);

    /// <summary>
    /// What the program does instead of running, by name: whoever hosts it calls the delegate of that key with the rest of
    /// the command line. The delegate throws <see cref="Microsoft.Extensions.Hosting.HostAbortedException"/> with the line
    /// to be shown where it cannot be done. The Azure Functions host knows no such thing and calls none.
    /// </summary>
    private static void AddArchive(IServiceCollection services) => services
        .AddSingleton<StoreReader>().AddSingleton<StoreExport>().AddSingleton<StoreImport>().AddSingleton<ImportMark>()
        .AddKeyedSingleton<Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task>>(
            ArchiveCommands.Export, (provider, _) => new ArchiveCommands(provider).ExportAsync)
        .AddKeyedSingleton<Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task>>(
            ArchiveCommands.Import, (provider, _) => new ArchiveCommands(provider).ImportAsync)
        .AddKeyedSingleton<Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task>>(VerifyCommand.Name, (_, _) => VerifyCommand.RunAsync);

    private static void AddRetention(IServiceCollection services) => services
        .AddSingleton<HistoryPurge>().AddSingleton<ExpiredSecrets>().AddSingleton<Erasures>().AddSingleton<CaseErasure>().AddSingleton<RetentionRun>();

    /// <summary>What finds out that something is wrong, and tells somebody.</summary>
    private static void AddWatch(IServiceCollection services)
    {
        services.AddSingleton<AlertBook>().AddSingleton<NoticeBook>().AddSingleton<AlertNews>().AddSingleton<StoreOutage>().AddSingleton<PostAlert>()
            .AddSingleton<IndexSweep>().AddSingleton<CaseLook>().AddSingleton<MailLook>().AddSingleton<OrchestrationWatch>();
        services.TryAddKeyedSingleton(AlertWebhook.Http, (_, _) => AlertWebhook.Client());
        services.AddSingleton(provider => new AlertWebhook(
            provider.GetRequiredKeyedService<HttpClient>(AlertWebhook.Http), provider.GetRequiredService<IOptions<WorkflowsOptions>>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddOperators(IServiceCollection services) => services
        .AddSingleton<ListsRebuild>().AddSingleton<CaseCheck>()
        .AddKeyedSingleton<Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task>>(AdminCommand.Name, (provider, _) => new AdminCommand(provider).RunAsync);

    private static void AddSeed(IServiceCollection services) => services
        .AddSingleton<SeedRun>()
        .AddKeyedSingleton<Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task>>(SeedCommand.Name, (provider, _) => new SeedCommand(provider).RunAsync);
}
