using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows;

/// <summary>Every setting that the program reads, as users of Azure Functions know them: by environment or local.settings.json.</summary>
public sealed class WorkflowsOptions
{
    /// <summary>PUBLIC_URL: where readers of mails reach the pages.</summary>
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1:7071");

    /// <summary>MAIL_FROM: the sender's address; the domain must be one that the mail service may send for.</summary>
    public string MailFrom { get; set; } = "no-reply@localdiplomacy.example";

    /// <summary>SENDGRID_API_KEY.</summary>
    public string? SendGridApiKey { get; set; }

    /// <summary>SENDGRID_HOST: another endpoint that speaks the same interface; null for SendGrid's own.</summary>
    public Uri? SendGridHost { get; set; }

    /// <summary>SENDGRID_EVENT_KEY: the public key with which SendGrid signs its event webhook; null: no reports are taken.</summary>
    public string? SendGridEventKey { get; set; }

    /// <summary>REPLY_DOMAIN: the host whose mail SendGrid's inbound parse takes; null: mails name no address for an answer.</summary>
    public string? ReplyDomain { get; set; }

    /// <summary>SENDGRID_INBOUND_KEY: the public key with which SendGrid signs what it posts of answers; null: none are taken.</summary>
    public string? SendGridInboundKey { get; set; }

    /// <summary>FIRST_ADMINISTRATOR: the addresses of the administrators that a store begins with, commas between. It takes two to change an embassy's address.</summary>
    public string? FirstAdministrator { get; set; }

    internal IReadOnlyList<EmailAddress> FirstAdministrators =>
        [.. (FirstAdministrator ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(address => new EmailAddress(address))];

    /// <summary>SAMPLE_ASSOCIATION: whether an empty store begins with sample offices, embassies and an administrator.</summary>
    public bool SampleAssociation { get; set; }

    /// <summary>DESK_REQUIRES_ENTRA: whether the desk asks for the platform's sign-in besides our own. True only where the platform guards its headers.</summary>
    public bool DeskRequiresEntra { get; set; }

    /// <summary>SEAL_CERTIFICATE: a PKCS#12 file's path, or its content in base64, that signs evidence; null: it is not sealed.</summary>
    public string? SealCertificate { get; set; }

    /// <summary>SEAL_CERTIFICATE_PASSWORD: of the PKCS#12; null where it has none.</summary>
    public string? SealCertificatePassword { get; set; }

    /// <summary>TRACE_VIEWER: where a trace is looked at, with {trace} in the place of its id; null: ids are shown without a link.</summary>
    public string? TraceViewer { get; set; }

    /// <summary>ALERT_WEBHOOK_URL: where alerts are posted to; null: nowhere.</summary>
    public Uri? AlertWebhookUrl { get; set; }

    /// <summary>ALERT_WEBHOOK_SECRET: what they are signed with.</summary>
    public string? AlertWebhookSecret { get; set; }

    /// <summary>PUBLIC_READS_PER_MINUTE: how much one address reads of the register and the API without signing in; 0: as much as it likes.</summary>
    public int PublicReadsPerMinute { get; set; } = 600;

    /// <summary>TRUSTED_PROXIES: how many parts stand in front of the program, each of which appends its caller to X-Forwarded-For.</summary>
    public int TrustedProxies { get; set; }

    /// <summary>AzureWebJobsStorage, and what may stand below it.</summary>
    public StorageOptions Storage { get; set; } = new();
}

/// <summary>Where the records are kept, and as whom the program comes there.</summary>
public sealed class StorageOptions
{
    /// <summary>AzureWebJobsStorage: a connection string. It goes before everything below.</summary>
    public string? Connection { get; set; }

    /// <summary>AzureWebJobsStorage__accountName: an account in the public cloud.</summary>
    public string? AccountName { get; set; }

    /// <summary>AzureWebJobsStorage__tableServiceUri: for other clouds, and for accounts with an address of their own.</summary>
    public Uri? TableService { get; set; }

    /// <summary>AzureWebJobsStorage__blobServiceUri.</summary>
    public Uri? BlobService { get; set; }

    /// <summary>AzureWebJobsStorage__credential is "managedidentity": nothing else is tried.</summary>
    public bool ByManagedIdentity { get; set; }

    /// <summary>AzureWebJobsStorage__clientId: which identity; null for the app's own.</summary>
    public string? ClientId { get; set; }
}
