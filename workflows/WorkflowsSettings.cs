using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Mail.Reports;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows;

/// <summary>Reads and checks the settings. Each fault is one line: which setting, what is wrong with it, what to do.</summary>
internal sealed class WorkflowsSettings(IConfiguration configuration, TimeProvider time) : IConfigureOptions<WorkflowsOptions>, IValidateOptions<WorkflowsOptions>
{
    private static readonly string[] Switches = ["SAMPLE_ASSOCIATION", "DESK_REQUIRES_ENTRA"];

    private const int MostReads = 100_000, MostProxies = 5, ShortestSecret = 32;

    private readonly StorageSettings _storage = new(configuration);

    public void Configure(WorkflowsOptions options)
    {
        options.PublicUrl = AbsoluteUrl("PUBLIC_URL") ?? options.PublicUrl;
        options.MailFrom = Text("MAIL_FROM") ?? options.MailFrom;
        options.SendGridApiKey = Text("SENDGRID_API_KEY");
        options.SendGridHost = AbsoluteUrl("SENDGRID_HOST");
        options.SendGridEventKey = Text("SENDGRID_EVENT_KEY");
        options.ReplyDomain = Text("REPLY_DOMAIN")?.ToLowerInvariant();
        options.SendGridInboundKey = Text("SENDGRID_INBOUND_KEY");
        options.FirstAdministrator = Text("FIRST_ADMINISTRATOR");
        options.SampleAssociation = bool.TryParse(Text("SAMPLE_ASSOCIATION"), out var sample) && sample;
        options.DeskRequiresEntra = bool.TryParse(Text("DESK_REQUIRES_ENTRA"), out var entra) && entra;
        options.SealCertificate = Text("SEAL_CERTIFICATE");
        options.SealCertificatePassword = Text("SEAL_CERTIFICATE_PASSWORD");
        options.TraceViewer = Text("TRACE_VIEWER");
        options.AlertWebhookUrl = AbsoluteUrl("ALERT_WEBHOOK_URL");
        options.AlertWebhookSecret = Text("ALERT_WEBHOOK_SECRET");
        options.PublicReadsPerMinute = Number("PUBLIC_READS_PER_MINUTE", MostReads) ?? options.PublicReadsPerMinute;
        options.TrustedProxies = Number("TRUSTED_PROXIES", MostProxies) ?? options.TrustedProxies;
        options.Storage = _storage.Read();
    }

    public ValidateOptionsResult Validate(string? name, WorkflowsOptions options)
    {
        string[] faults = [.. UnicodeFaults(), .. AddressFaults(options), .. MailFaults(options), .. ReplyFaults(options), .. SwitchFaults(), .. NumberFaults(), .. SealFaults(options), .. AlertFaults(options), .. _storage.Faults()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Texts would have other hashes here than elsewhere, and pages no languages.</summary>
    private static IEnumerable<string> UnicodeFaults()
    {
        if ("e\u0301".Normalize() != "\u00e9")
            yield return "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is on: texts could not be brought into one form of Unicode. Leave it out, and see that the system has ICU (libicu).";
    }

    private IEnumerable<string> AddressFaults(WorkflowsOptions options)
    {
        foreach (var url in new[] { "PUBLIC_URL", "SENDGRID_HOST" })
            if (Text(url) is not null && AbsoluteUrl(url) is null) yield return $"{url} is no absolute http or https address. Set one such as https://mou.association.example.";
        if (options.TraceViewer is { } viewer && (!viewer.Contains("{trace}", StringComparison.Ordinal) || AbsoluteUrlOf(viewer.Replace("{trace}", "0", StringComparison.Ordinal)) is null))
            yield return "TRACE_VIEWER is no absolute http or https address with {trace} in it. Set one such as https://traces.example/trace/{trace}, or leave it out.";
        if (options.PublicUrl is { IsLoopback: false } open && open.Scheme != Uri.UriSchemeHttps)
            yield return "PUBLIC_URL begins with http: links in mails would cross the network unprotected. Set the https address that people open.";
    }

    private static IEnumerable<string> MailFaults(WorkflowsOptions options)
    {
        if (!IsAddress(options.MailFrom)) yield return "MAIL_FROM is no mail address. Set the address that mails come from, such as mou@association.example.";
        if (options.SendGridEventKey is { } key && !MailReportSignature.IsKey(key))
            yield return "SENDGRID_EVENT_KEY is no public key. Set the verification key that SendGrid shows for the signed event webhook, or leave it out.";
        if (options.FirstAdministrator is not null && (options.FirstAdministrators is [] || !options.FirstAdministrators.All(first => IsAddress(first.Value))))
            yield return "FIRST_ADMINISTRATOR is no mail address. Set the first administrator's, or several with commas between, or leave it out where the store has one.";
        if (IsUnresolved(options.SendGridApiKey))
            yield return "SENDGRID_API_KEY is a Key Vault reference that the platform could not resolve. Put the secret into the vault, see that the app's identity may read it, and restart the app.";
        else if (options.SendGridApiKey is null && options.SendGridHost is null)
            yield return "SENDGRID_API_KEY is missing: no mail can be sent. Set an API key of SendGrid with the right Mail Send.";
    }

    private static IEnumerable<string> ReplyFaults(WorkflowsOptions options)
    {
        if (options.ReplyDomain is { } domain && (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal)))
            yield return "REPLY_DOMAIN is no host name. Set the host whose MX record leads to SendGrid, such as reply.association.example, or leave it out.";
        if (options.SendGridInboundKey is { } key && !MailReportSignature.IsKey(key))
            yield return "SENDGRID_INBOUND_KEY is no public key. Set the key of the security policy that the inbound parse has, or leave it out.";
        if (options.ReplyDomain is null != options.SendGridInboundKey is null)
            yield return "REPLY_DOMAIN and SENDGRID_INBOUND_KEY go together: with one of them alone answers to mails are lost. Set both, or leave both out.";
    }

    private IEnumerable<string> AlertFaults(WorkflowsOptions options)
    {
        if (Text("ALERT_WEBHOOK_URL") is not null && options.AlertWebhookUrl is not { Scheme: "https" } and not { IsLoopback: true })
            yield return "ALERT_WEBHOOK_URL is no https address. Set the one that takes alerts, or leave it out.";
        if (IsUnresolved(options.AlertWebhookSecret))
            yield return "ALERT_WEBHOOK_SECRET is a Key Vault reference that the platform could not resolve. Put the secret into the vault, see that the app's identity may read it, and restart the app.";
        else if (options.AlertWebhookSecret is { Length: < ShortestSecret })
            yield return $"ALERT_WEBHOOK_SECRET is too short to sign with. Set at least {ShortestSecret} random characters, such as openssl rand -hex 32 gives.";
        if (Text("ALERT_WEBHOOK_URL") is null != options.AlertWebhookSecret is null)
            yield return "ALERT_WEBHOOK_URL and ALERT_WEBHOOK_SECRET go together: an alert that is not signed is nobody's. Set both, or leave both out.";
    }

    private IEnumerable<string> SealFaults(WorkflowsOptions options)
    {
        if (options.SealCertificate is null) yield break;
        if (IsUnresolved(options.SealCertificate))
            yield return "SEAL_CERTIFICATE is a Key Vault reference that the platform could not resolve. Put the certificate into the vault, see that the app's identity may read its secret, and restart the app.";
        else if (WhyNoSeal(options) is { } why)
            yield return $"SEAL_CERTIFICATE cannot be used: {why} Set the path of a PKCS#12 file that is valid now, with its private key, or its content in base64, and SEAL_CERTIFICATE_PASSWORD where it has one.";
    }

    private string? WhyNoSeal(WorkflowsOptions options)
    {
        try
        {
            return SealCertificate.Load(options.SealCertificate!, options.SealCertificatePassword).WhyNotNow(time.GetUtcNow());
        }
        catch (Exception fault) when (fault is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            return fault.Message.Split('\n')[0].Trim().TrimEnd('.') + ".";
        }
    }

    private IEnumerable<string> SwitchFaults() =>
        from name in Switches
        where Text(name) is { } text && !bool.TryParse(text, out _)
        select $"{name} is neither true nor false. Set one of them, or leave it out for false.";

    private IEnumerable<string> NumberFaults()
    {
        if (Text("PUBLIC_READS_PER_MINUTE") is not null && Number("PUBLIC_READS_PER_MINUTE", MostReads) is null)
            yield return $"PUBLIC_READS_PER_MINUTE is no whole number from 0 to {MostReads}. Set how often one address may read the register and the API in a minute, or 0 for no limit.";
        if (Text("TRUSTED_PROXIES") is not null && Number("TRUSTED_PROXIES", MostProxies) is null)
            yield return $"TRUSTED_PROXIES is no whole number from 0 to {MostProxies}. Set how many proxies stand in front of the program, or leave it out where it is called directly.";
    }

    private int? Number(string key, int most) =>
        int.TryParse(Text(key), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    /// <summary>The platform hands a reference on as it is written when it cannot follow it.</summary>
    private static bool IsUnresolved(string? value) => value?.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>By the form alone; whether it is somebody's shows when a mail goes there.</summary>
    internal static bool IsAddress(string address) =>
        System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address.Trim() && address.Length <= 254;

    private string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private Uri? AbsoluteUrl(string key) => AbsoluteUrlOf(Text(key));

    private static Uri? AbsoluteUrlOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
