namespace SendGrid.Helpers.Mail;

public partial class SendGridMessage
{
    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    public void AddContents(List<Content> contents) => (Contents ??= []).AddRange(contents);

    public void AddHeader(string key, string value, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddHeaders(new() { [key] = value }, personalizationIndex, personalization);

    public void AddHeaders(
        Dictionary<string, string> headers, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.Headers = Merge(envelope.Headers, headers);
    }

    public void AddGlobalHeader(string key, string value) => AddGlobalHeaders(new() { [key] = value });

    public void AddGlobalHeaders(Dictionary<string, string> headers) => Headers = Merge(Headers, headers);

    public void AddCustomArg(string key, string value, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddCustomArgs(new() { [key] = value }, personalizationIndex, personalization);

    public void AddCustomArgs(
        Dictionary<string, string> customArgs, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.CustomArgs = Merge(envelope.CustomArgs, customArgs);
    }

    public void AddGlobalCustomArg(string key, string value) => AddGlobalCustomArgs(new() { [key] = value });

    public void AddGlobalCustomArgs(Dictionary<string, string> customArgs) => CustomArgs = Merge(CustomArgs, customArgs);

    public void AddCategory(string category) => (Categories ??= []).Add(category);

    public void AddCategories(List<string> categories) => (Categories ??= []).AddRange(categories);

    public void AddAttachment(Attachment attachment) => (Attachments ??= []).Add(attachment);

    /// <param name="base64Content">The file, in base64.</param>
    public void AddAttachment(
        string filename, string base64Content, string? type = null, string? disposition = null, string? content_id = null) =>
        AddAttachment(new Attachment
        {
            Filename = filename,
            Content = base64Content,
            Type = type,
            Disposition = disposition,
            ContentId = content_id,
        });

    public void AddAttachments(IEnumerable<Attachment> attachments) => (Attachments ??= []).AddRange(attachments);

    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new() { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string? substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new() { Enable = enable, SubstitutionTag = substitutionTag };

    public void SetSubscriptionTracking(bool enable, string? html = null, string? text = null, string? substitutionTag = null) =>
        (TrackingSettings ??= new()).SubscriptionTracking =
            new() { Enable = enable, Html = html, Text = text, SubstitutionTag = substitutionTag };

    public void SetSandBoxMode(bool enable) =>
        (MailSettings ??= new()).SandboxMode = new() { Enable = enable };

    private static Dictionary<string, string> Merge(Dictionary<string, string>? into, Dictionary<string, string> more)
    {
        into ??= [];
        foreach (var (key, value) in more)
            into[key] = value;
        return into;
    }
}
