using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SendGrid.Helpers.Mail.Model;

namespace SendGrid.Helpers.Mail;

/// <summary>A message as the v3 mail/send endpoint takes it.</summary>
public partial class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonPropertyName("from")]
    public EmailAddress? From { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization>? Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content>? Contents { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment>? Attachments { get; set; }

    [JsonPropertyName("template_id")]
    public string? TemplateId { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    [JsonPropertyName("sections")]
    public Dictionary<string, string>? Sections { get; set; }

    [JsonPropertyName("categories")]
    public List<string>? Categories { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    [JsonPropertyName("asm")]
    public ASM? Asm { get; set; }

    [JsonPropertyName("batch_id")]
    public string? BatchId { get; set; }

    [JsonPropertyName("ip_pool_name")]
    public string? IpPoolName { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings? MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings? TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress? ReplyTo { get; set; }

    [JsonPropertyName("reply_to_list")]
    public List<EmailAddress>? ReplyTos { get; set; }

    /// <summary>The text part. Set, it takes the place of <see cref="Contents"/> when the message is serialised.</summary>
    [JsonIgnore]
    public string? PlainTextContent { get; set; }

    /// <inheritdoc cref="PlainTextContent"/>
    [JsonIgnore]
    public string? HtmlContent { get; set; }

    public static SendGridMessage? Deserialize(string json) => JsonSerializer.Deserialize<SendGridMessage>(json, Json);

    /// <summary>The request body. Text comes before HTML, as the endpoint demands.</summary>
    public string Serialize(bool useDefaultSerialization = true)
    {
        PutContentsInOrder();
        return JsonSerializer.Serialize(this, Json);
    }

    private void PutContentsInOrder()
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            if (!string.IsNullOrWhiteSpace(PlainTextContent))
                Contents.Add(new PlainTextContent(PlainTextContent));
            if (!string.IsNullOrWhiteSpace(HtmlContent))
                Contents.Add(new HtmlContent(HtmlContent));
        }

        Contents = Contents?.OrderBy(Rank).ToList();
    }

    private static int Rank(Content content) =>
        content.Type == MimeType.Text ? 0 : content.Type == MimeType.Html ? 1 : 2;
}
