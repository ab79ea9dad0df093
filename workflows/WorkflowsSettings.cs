using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows;

/// <summary>Reads and checks the settings. Each fault is one line that names its setting.</summary>
internal sealed class WorkflowsSettings(IConfiguration configuration) : IConfigureOptions<WorkflowsOptions>, IValidateOptions<WorkflowsOptions>
{
    public void Configure(WorkflowsOptions options)
    {
        options.PublicUrl = AbsoluteUrl("PUBLIC_URL") ?? options.PublicUrl;
        options.MailFrom = Text("MAIL_FROM") ?? options.MailFrom;
        options.SendGridApiKey = Text("SENDGRID_API_KEY");
        options.SendGridHost = AbsoluteUrl("SENDGRID_HOST");
        options.FirstAdministrator = Text("FIRST_ADMINISTRATOR");
        options.SampleAssociation = bool.TryParse(Text("SAMPLE_ASSOCIATION"), out var sample) && sample;
    }

    public ValidateOptionsResult Validate(string? name, WorkflowsOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(WorkflowsOptions options)
    {
        foreach (var url in new[] { "PUBLIC_URL", "SENDGRID_HOST" })
            if (Text(url) is not null && AbsoluteUrl(url) is null) yield return $"{url} must be an absolute http or https address.";
        if (!IsAddress(options.MailFrom)) yield return "MAIL_FROM must be a mail address.";
        if (options.FirstAdministrator is { } first && !IsAddress(first)) yield return "FIRST_ADMINISTRATOR must be a mail address.";
        if (Text("SAMPLE_ASSOCIATION") is { } sample && !bool.TryParse(sample, out _)) yield return "SAMPLE_ASSOCIATION must be true or false.";
        if (options.SendGridApiKey is null && options.SendGridHost is null) yield return "SENDGRID_API_KEY is missing: without it no mail can be sent.";
    }

    /// <summary>By the form alone; whether it is somebody's shows when a mail goes there.</summary>
    internal static bool IsAddress(string address) =>
        System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address.Trim() && address.Length <= 254;

    private string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private Uri? AbsoluteUrl(string key) =>
        Uri.TryCreate(Text(key), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
