using System.Net.Http.Headers;

namespace SendGrid;

public class SendGridClientOptions : BaseClientOptions
{
    private string? _apiKey;

    /// <summary>Setting it sets the authorization header too.</summary>
    public string? ApiKey
    {
        get => _apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
                throw new ArgumentNullException(nameof(value));
            _apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }
}
