using System.Text;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Tests.Reception;

public sealed class FingerprintTests
{
    [Fact]
    public async Task The_same_said_in_another_order_is_the_same_request() => Assert.Equal(
        await OfAsync("/a", """{"choice":"accept","name":"J"}"""), await OfAsync("/a", """{ "name" : "\u004A", "choice":"accept" }"""));

    [Fact]
    public async Task Another_code_makes_no_other_request() => Assert.Equal(
        await OfAsync("/a", """{"name":"J","code":"111111"}"""), await OfAsync("/a", """{"name":"J","code":"222222"}"""));

    [Theory]
    [InlineData("/a", """{"name":"K"}""")]
    [InlineData("/b", """{"name":"J"}""")]
    [InlineData("/a", """{"name":"J","reason":null}""")]
    public async Task Anything_else_does(string path, string body) => Assert.NotEqual(await OfAsync("/a", """{"name":"J"}"""), await OfAsync(path, body));

    [Fact]
    public void Every_key_must_be_there_and_short()
    {
        Assert.Equal(ProblemKind.IdempotencyKeyMissing, Assert.Throws<ProblemException>(() => Request("/api/x", "{}").IdempotencyKey()).Problem.Kind);
        var endless = Request("/api/x", "{}");
        endless.Headers[CommandKeys.Header] = new string('k', 201);
        Assert.Equal(ProblemKind.IdempotencyKeyTooLong, Assert.Throws<ProblemException>(() => endless.IdempotencyKey()).Problem.Kind);
    }

    private static async Task<string> OfAsync(string path, string body)
    {
        var request = Request(path, body);
        await request.ReadJsonAsync<DecisionRequest>(CancellationToken.None);
        return request.Fingerprint();
    }

    private static HttpRequest Request(string path, string body)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path, request.ContentType) = ("POST", path, "application/json");
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return request;
    }
}
