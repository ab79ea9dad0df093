using Azure;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>The storage cannot be reached: a fault that passes, and is answered with 503 and a plain sentence.</summary>
internal static class StorageAway
{
    public const string Sentence = "The mailbox's storage is away; try again.";

    /// <summary>Retries that all failed come together; a request that failed is one too, and so is a file that was closed.</summary>
    public static bool Is(Exception exception) =>
        exception is RequestFailedException or AggregateException or IOException and not BadHttpRequestException;

    public static async Task AnswerAsync(HttpContext http)
    {
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await MailboxAnswer.WriteAsync(http, "text/plain; charset=utf-8", Sentence);
    }
}
