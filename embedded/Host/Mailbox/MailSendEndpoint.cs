using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>POST v3/mail/send, with SendGrid's answers.</summary>
internal sealed class MailSendEndpoint(MailboxStore store, string key, TimeProvider time)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    public async Task AnswerAsync(HttpContext http)
    {
        if (!Authorized(http.Request))
        {
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "The provided authorization grant is invalid, expired, or revoked", null);
            return;
        }

        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "Content-Type should be application/json.", null);
            return;
        }

        try
        {
            await TakeAsync(http);
        }
        catch (MailRefusedException refused)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, refused.Message, refused.Field);
        }
        catch (Exception exception) when (StorageAway.Is(exception))
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, StorageAway.Sentence, null);
        }
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var mails = MailSendRequest.Read(await reader.ReadToEndAsync(http.RequestAborted), time.GetUtcNow());
        // Not the request's token: a sender that hangs up in the middle must not leave half a message.
        foreach (var mail in mails)
            await store.AddAsync(mail, CancellationToken.None);
        http.Response.Headers["X-Message-Id"] = mails[0].Id;
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private bool Authorized(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given)
        && string.Equals(given.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Parameter ?? ""), _key);

    private static Task RefuseAsync(HttpContext http, int status, string message, string? field)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, field, help = (string?)null } } });
    }
}
