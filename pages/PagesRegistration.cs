using LocalDiplomacy.Pages.Mails;
using LocalDiplomacy.Workflows.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LocalDiplomacy.Pages;

/// <summary>Registers what writes pages and mails.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ComponentWriter>();
        services.AddSingleton(provider => new PageRenderer(provider.GetRequiredService<ComponentWriter>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMailWriter, MailWriter>();
        return services;
    }
}
