using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LocalDiplomacy.Workflows;

/// <summary>Registers everything of workflows/. An <see cref="IMailWriter"/> comes from pages/.</summary>
public static class WorkflowsRegistration
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MouCases>().AddSingleton<TextStore>().AddSingleton<DraftReader>();
        services.AddSingleton<ReferenceTables>().AddSingleton<Beginnings>();
        services.AddSingleton<SignInDesk>().AddSingleton<Sessions>().AddSingleton<ApiKeys>();
        services.AddSingleton<LinkDesk>().AddSingleton<CaseLists>().AddSingleton<MailLedger>();
        return services;
    }
}
