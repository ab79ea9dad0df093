using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>Serves each sample of a page and of a mail on this machine: /page/fr/review-1, /mail/ko/sign-in.</summary>
public sealed class SampleSite : IAsyncDisposable
{
    private static readonly Lazy<string> axe = new(() => File.ReadAllText(Chromium.Metadata("Axe")));
    private readonly WebApplication app;
    private readonly PageRenderer renderer = SamplePages.Renderer();
    private readonly Workflows.Mail.IMailWriter mails = SampleMails.Writer();

    private SampleSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/page/{language}/{name}", (string language, string name) => PageAsync(new(language), name));
        app.MapGet("/mail/{language}/{name}", (string language, string name) => MailAsync(new(language), name));
        app.MapGet("/style.css", (HttpContext http) => Kept(http, Stylesheet.Content, Stylesheet.ContentType));
        app.MapGet("/script.js", (HttpContext http) => Kept(http, Script.Content, Script.ContentType));
        app.MapGet("/look", () => Results.Content("<!DOCTYPE html><html lang=\"en\"><title>Look</title><body></body></html>", "text/html; charset=utf-8"));
        app.MapGet("/empty", () => Results.Content("<!DOCTYPE html><title>Empty</title>", "text/html; charset=utf-8"));
        app.MapGet("/axe.js", (HttpContext http) => Kept(http, axe.Value, "text/javascript; charset=utf-8"));
    }

    private static IResult Kept(HttpContext http, string content, string type)
    {
        http.Response.Headers.CacheControl = "max-age=3600";
        return Results.Text(content, type);
    }

    public Uri Address => new(app.Urls.First());

    public static async Task<SampleSite> StartAsync()
    {
        var site = new SampleSite();
        await site.app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> PageAsync(Language language, string name) =>
        Results.Content(await SamplePages.All[name].WriteAsync(renderer, language), "text/html; charset=utf-8");

    private async Task<IResult> MailAsync(Language language, string name) =>
        Results.Content((await mails.WriteAsync(SampleMails.All[name](language))).Html, "text/html; charset=utf-8");
}
