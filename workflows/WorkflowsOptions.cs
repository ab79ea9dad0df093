namespace LocalDiplomacy.Workflows;

/// <summary>The settings of workflows/, as users of Azure Functions know them: by environment or local.settings.json.</summary>
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

    /// <summary>FIRST_ADMINISTRATOR: the address of the administrator that an empty store begins with.</summary>
    public string? FirstAdministrator { get; set; }

    /// <summary>SAMPLE_ASSOCIATION: whether an empty store begins with sample offices, embassies and an administrator.</summary>
    public bool SampleAssociation { get; set; }
}
