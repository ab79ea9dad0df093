using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>With it on, SendGrid checks the mail and sends nothing.</summary>
public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}
