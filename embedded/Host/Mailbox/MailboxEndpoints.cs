using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>The mailbox over HTTP: SendGrid's endpoint for the application, a list for programs, pages for people.</summary>
internal sealed class MailboxEndpoints(MailboxStore store, MailSendEndpoint send, string reachableHost)
{
    private const int DefaultLimit = 100;
    private const int LargestLimit = 500;

    public void Map(WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/mailbox"), mailbox => mailbox.Use(GuardAsync));
        app.MapPost("/mailbox/api/v3/mail/send", send.AnswerAsync);
        app.MapGet("/mailbox/api/messages", ListAsync);
        app.MapGet("/mailbox/api/messages/{id}", GetAsync);
        app.MapGet("/mailbox", ListPageAsync);
        app.MapGet("/mailbox/mailbox.css", http => MailboxAnswer.WriteAsync(http, "text/css; charset=utf-8", MailboxStyle.Css));
        app.MapGet("/mailbox/{id}", PageAsync);
        app.MapGet("/mailbox/{id}/html", HtmlAsync);
    }

    private async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (!ThisMachine.Asks(http, reachableHost))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await next(http);
        }
        catch (Exception exception) when (StorageAway.Is(exception) && !http.Response.HasStarted)
        {
            await StorageAway.AnswerAsync(http);
        }
    }

    private async Task ListAsync(HttpContext http)
    {
        var (to, after, limit) = Query(http.Request);
        var mails = await store.ListAsync(to, after, limit, http.RequestAborted);
        if (mails.Count == limit)
            http.Response.Headers.Link = $"</mailbox/api/messages{Next(to, mails[^1].Id, limit)}>; rel=\"next\"";
        await http.Response.WriteAsJsonAsync(mails, http.RequestAborted);
    }

    private Task GetAsync(HttpContext http) => WithMailAsync(http, mail => http.Response.WriteAsJsonAsync(mail, http.RequestAborted));

    private async Task ListPageAsync(HttpContext http)
    {
        var (to, after, limit) = Query(http.Request);
        var mails = await store.ListAsync(to, after, limit, http.RequestAborted);
        var next = mails.Count == limit ? "/mailbox" + Next(to, mails[^1].Id, limit) : null;
        await MailboxAnswer.PageAsync(http, MailboxPages.List(mails, to, next));
    }

    private Task PageAsync(HttpContext http) => WithMailAsync(http, mail => MailboxAnswer.PageAsync(http, MailboxPages.Mail(mail)));

    private Task HtmlAsync(HttpContext http) => WithMailAsync(http, mail => MailboxAnswer.MailHtmlAsync(http, mail.Html ?? ""));

    private async Task WithMailAsync(HttpContext http, Func<StoredMail, Task> answer)
    {
        var id = http.GetRouteValue("id") as string;
        if (MailIds.IsOne(id) && await store.FindAsync(id!, http.RequestAborted) is { } mail)
            await answer(mail);
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static (string? To, string? After, int Limit) Query(HttpRequest request)
    {
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, LargestLimit)
            : DefaultLimit;
        return (request.Query["to"], request.Query["after"], limit);
    }

    private static QueryString Next(string? to, string after, int limit)
    {
        var query = QueryString.Create("after", after).Add("limit", limit.ToString(CultureInfo.InvariantCulture));
        return to is null ? query : query.Add("to", to);
    }
}
