using LocalDiplomacy.Functions.Administration;
using LocalDiplomacy.Functions.Administration.Alerts;
using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.Administration.Erasures;
using LocalDiplomacy.Functions.Administration.People;
using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Administration.Search;
using LocalDiplomacy.Functions.Administration.Settings;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Desk;
using LocalDiplomacy.Functions.CentralReview;
using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Messages;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Register;
using LocalDiplomacy.Functions.SignIn;
using LocalDiplomacy.Functions.Signing;
using LocalDiplomacy.Functions.Site;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Functions;

/// <summary>Registers what the functions themselves are made of.</summary>
public static class FunctionsRegistration
{
    /// <summary>What every request passes on its way to its function, outermost first. Other triggers pass nothing of it.</summary>
    public static FunctionsApplicationBuilder UseReception(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<RequestTrace>(IsHttp);
        builder.UseWhen<SecurityHeaders>(IsHttp);
        builder.UseWhen<Faults>(IsHttp);
        builder.UseWhen<CallerRecognition>(IsHttp);
        builder.UseWhen<PublicReadLimit>(IsHttp);
        builder.UseWhen<CrossSiteRefusal>(IsHttp);
        builder.UseWhen<EntraDoor>(IsHttp);
        builder.UseWhen<AudienceCheck>(IsHttp);
        builder.UseWhen<FormProofCheck>(IsHttp);
        return builder;
    }

    public static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>().AddSingleton<Cookies>();
        services.AddSingleton<PageAnswers>().AddSingleton<ProblemWriter>();
        services.AddSingleton<OfficeCases>().AddSingleton<OfficeDeeds>().AddSingleton<CaseDeeds>().AddSingleton<DraftScreening>().AddSingleton<DraftOrigins>().AddSingleton<MouLists>().AddSingleton<KeyCupboard>();
        services.AddSingleton<LinkProof>().AddSingleton<FreshLinks>().AddSingleton<SigningDesk>();
        services.AddSingleton<ReviewDesk>().AddSingleton<StepDesk>().AddSingleton<CommentDesk>().AddSingleton<CentralReviewDesk>();
        services.AddSingleton<CasePages>().AddSingleton<DraftPages>().AddSingleton<DraftParts>().AddSingleton<DraftImport>().AddSingleton<KeyPages>().AddSingleton<SignInAnswers>();
        services.AddSingleton<LinkPages>().AddSingleton<LinkDeedPages>().AddSingleton<FreshLinkPages>().AddSingleton<DeviceCookies>();
        services.AddSingleton<Visits>().AddSingleton<TellDesk>().AddSingleton<AttachmentFiles>();
        services.AddSingleton<CasePapers>().AddSingleton<PrintedNames>().AddSingleton<ScanDesk>();
        services.AddSingleton<MouAnswers>().AddSingleton<LinkAnswers>().AddSingleton<DeadlineAccounts>();
        services.AddSingleton<ReferenceDeeds>().AddSingleton<ReferencePages>().AddSingleton<SettingsPages>().AddSingleton<PartyCheck>();
        services.AddSingleton<PeopleDeeds>().AddSingleton<PeoplePages>();
        services.AddSingleton<DeskCases>().AddSingleton<DeskDeeds>().AddSingleton<DeskCasePages>().AddSingleton<OrchestrationReading>().AddSingleton<TimelineReading>().AddSingleton<DeskMouAnswers>();
        services.AddSingleton<AlertDeeds>().AddSingleton<ErasureReading>().AddSingleton<RegisterFeed>().AddSingleton<CaseSearch>().AddSingleton<ViewDeeds>();
        return services.AddSingleton<Health>().AddSingleton<WorkWaiting>().AddSingleton<HubReading>().AddSingleton<OverviewReading>();
    }

    private static bool IsHttp(FunctionContext context) => context.GetHttpContext() is not null;
}
