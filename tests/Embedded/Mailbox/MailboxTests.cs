using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LocalDiplomacy.Embedded.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalDiplomacy.Embedded.Tests.Mailbox;

public sealed class MailboxTests : IAsyncLifetime, IDisposable
{
    private readonly TestSurroundings _surroundings = new();
    private RunningHost _host = null!;

    private IConfiguration Settings => _host.Services.GetRequiredService<IConfiguration>();

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(_surroundings);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task Mail_sent_with_the_settings_arrives()
    {
        var response = await SendAsync("officer@gyeongbuk.example", "양해각서 검토 요청");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var mail = Assert.Single(await ListAsync());
        Assert.Equal(response.Headers.GetValues("X-Message-Id").Single(), mail.GetProperty("id").GetString());
        Assert.Equal("officer@gyeongbuk.example", mail.GetProperty("to").GetString());
        Assert.Equal("양해각서 검토 요청", mail.GetProperty("subject").GetString());
        Assert.Equal("text of 양해각서 검토 요청", mail.GetProperty("text").GetString());
    }

    [Fact]
    public async Task One_mail_is_shown_whole()
    {
        await SendAsync("officer@gyeongbuk.example", "subject");
        var id = (await ListAsync())[0].GetProperty("id").GetString();

        var mail = await _host.Client.GetFromJsonAsync<JsonElement>($"/mailbox/api/messages/{id}");

        Assert.Equal("<p>html", mail.GetProperty("html").GetString());
        Assert.Equal("e-7", mail.GetProperty("customArgs").GetProperty("effect").GetString());
    }

    [Fact]
    public async Task The_list_is_newest_first_and_goes_on_after_a_mail()
    {
        foreach (var subject in (string[])["one", "two", "three"])
            await SendAsync("a@b.example", subject);

        var first = await ListAsync("?limit=2");
        var rest = await ListAsync("?after=" + first[1].GetProperty("id").GetString());

        Assert.Equal(["three", "two"], first.Select(mail => mail.GetProperty("subject").GetString()));
        Assert.Equal("one", Assert.Single(rest).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_list_may_be_of_one_recipient()
    {
        await SendAsync("a@b.example", "for a");
        await SendAsync("c@d.example", "for c");

        Assert.Equal("for c", Assert.Single(await ListAsync("?to=C@D.example")).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Mail_is_there_after_a_restart()
    {
        await SendAsync("a@b.example", "kept");
        await _host.DisposeAsync();
        _host = await RunningHost.StartAsync(_surroundings);

        Assert.Equal("kept", Assert.Single(await ListAsync()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_foreign_key_is_refused()
    {
        var response = await new SendGridClient("SG.foreign", Settings["SENDGRID_HOST"]).SendEmailAsync(Message("a@b.example", "x"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("{", null)]
    [InlineData("{}", "from")]
    [InlineData("""{"from":{"email":"nobody"}}""", "from.email")]
    [InlineData("""{"from":{"email":"a@b.example"}}""", "content")]
    [InlineData("""{"from":{"email":"a@b.example"},"content":[{"type":"text/plain","value":"x"}]}""", "personalizations")]
    [InlineData("""{"from":{"email":"a@b.example"},"content":[{"type":"text/plain","value":"x"}],"personalizations":[{}]}""", "personalizations.0.to")]
    [InlineData("""{"from":{"email":"a@b.example"},"content":[{"type":"text/plain","value":"x"}],"personalizations":[{"to":[{"email":"a@b.example"}]}]}""", "subject")]
    public async Task A_message_that_SendGrid_refuses_is_refused_in_its_words(string body, string? field)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mailbox/api/v3/mail/send")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Settings["SENDGRID_API_KEY"]) },
        };

        var answer = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Pages_show_the_mail_and_keep_it_in_a_box()
    {
        await SendAsync("a@b.example", "<b>검토</b>");
        var id = (await ListAsync())[0].GetProperty("id").GetString();

        var list = await _host.Client.GetStringAsync("/mailbox");
        var page = await _host.Client.GetStringAsync($"/mailbox/{id}");
        var html = await _host.Client.GetAsync($"/mailbox/{id}/html");

        Assert.Contains("&lt;b&gt;검토&lt;/b&gt;", list, StringComparison.Ordinal);
        Assert.Contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", page, StringComparison.Ordinal);
        Assert.Contains("<p>html", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("sandbox ", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    public async Task Whoever_is_not_on_this_machine_finds_nothing(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mailbox");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/mailbox/garbled")]
    [InlineData("/mailbox/api/messages/000000000000000000000000")]
    public async Task A_mail_that_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task While_the_storage_is_away_it_says_so()
    {
        using var surroundings = new TestSurroundings();
        // Nobody listens on the discard port; the key is any.
        surroundings.Environment["AzureWebJobsStorage"] =
            "AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a";
        await using var host = await RunningHost.StartAsync(surroundings);

        var answer = await host.Client.GetAsync("/mailbox");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("The mailbox's storage is away; try again.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task With_a_key_there_is_no_mailbox()
    {
        using var surroundings = new TestSurroundings();
        surroundings.Environment["SENDGRID_API_KEY"] = "SG.real";
        await using var host = await RunningHost.StartAsync(surroundings);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/mailbox")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/mailbox/api/messages")).StatusCode);
    }

    private async Task<Response> SendAsync(string to, string subject) =>
        await new SendGridClient(Settings["SENDGRID_API_KEY"]!, Settings["SENDGRID_HOST"]).SendEmailAsync(Message(to, subject));

    private SendGridMessage Message(string to, string subject)
    {
        var message = MailHelper.CreateSingleEmail(new(Settings["MAIL_FROM"]!), new(to), subject, "text of " + subject, "<p>html");
        message.AddCustomArg("effect", "e-7");
        return message;
    }

    private async Task<List<JsonElement>> ListAsync(string query = "") =>
        (await _host.Client.GetFromJsonAsync<List<JsonElement>>("/mailbox/api/messages" + query))!;
}
