using System.Net;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalDiplomacy.Embedded.Tests.SendGrid;

public sealed class SendGridClientTests
{
    [Theory]
    [InlineData(null, "https://api.sendgrid.com/v3/mail/send")]
    [InlineData("http://127.0.0.1:7071/mailbox/api", "http://127.0.0.1:7071/mailbox/api/v3/mail/send")]
    [InlineData("http://127.0.0.1:7071/mailbox/api/", "http://127.0.0.1:7071/mailbox/api/v3/mail/send")]
    public async Task Mail_goes_to_the_host_with_the_key(string? host, string address)
    {
        var network = new Network(HttpStatusCode.Accepted);
        using var http = new HttpClient(network);

        await new SendGridClient(http, "SG.key", host).SendEmailAsync(new SendGridMessage());

        Assert.Equal(address, network.Request!.RequestUri!.ToString());
        Assert.Equal("Bearer SG.key", network.Request.Headers.Authorization!.ToString());
        Assert.Equal("application/json", network.ContentType);
    }

    [Fact]
    public async Task An_answer_that_is_no_success_is_returned_and_not_thrown()
    {
        using var http = new HttpClient(new Network(HttpStatusCode.TooManyRequests, """{"errors":[]}"""));

        var response = await new SendGridClient(http, "SG.key").SendEmailAsync(new SendGridMessage());

        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("errors", Assert.Single(await response.DeserializeResponseBodyAsync()).Key);
        Assert.Equal("m-1", response.DeserializeResponseHeaders()["X-Message-Id"]);
    }

    [Fact]
    public void A_client_needs_a_key() => Assert.Throws<ArgumentNullException>(() => new SendGridClient(" "));

    private sealed class Network(HttpStatusCode status, string body = "") : HttpMessageHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        public string? ContentType { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            ContentType = request.Content?.Headers.ContentType?.MediaType;
            var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
            response.Headers.Add("X-Message-Id", "m-1");
            return Task.FromResult(response);
        }
    }
}
