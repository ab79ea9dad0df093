using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

public class BypassListManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}
