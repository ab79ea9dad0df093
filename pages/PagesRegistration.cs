using System.Text.Encodings.Web;
using System.Text.Unicode;
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
        // Korean stays Korean in the markup: a third of the size of numeric references, and readable.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<ComponentWriter>();
        services.AddSingleton(provider => new PageRenderer(provider.GetRequiredService<ComponentWriter>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMailWriter, MailWriter>();
        return services;
    }
}
