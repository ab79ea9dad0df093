using System.Net.Http.Headers;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class CompressionTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Theory]
    [InlineData("br", "text/html", "br")]
    [InlineData("gzip", "text/css", "gzip")]
    [InlineData("gzip, br", "application/json", "br")]
    public async Task What_any_cache_may_keep_is_packed_as_it_is_asked_for(string asked, string type, string packed)
    {
        using var answer = await AskAsync("public, max-age=60", asked, type);

        Assert.Equal([packed], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 200);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(new EntityTagHeaderValue("\"1\"", isWeak: true), answer.Headers.ETag);
    }

    [Theory]
    [InlineData("no-store", "gzip, br", "text/html")]
    [InlineData("private, no-cache", "gzip, br", "text/html")]
    [InlineData("", "gzip, br", "text/html")]
    [InlineData("public, max-age=60", "identity", "text/html")]
    [InlineData("public, max-age=60", "gzip, br", "application/pdf")]
    public async Task Nothing_else_is(string cache, string asked, string type)
    {
        using var answer = await AskAsync(cache, asked, type);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(4000, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(new EntityTagHeaderValue("\"1\""), answer.Headers.ETag);
    }

    private async Task<HttpResponseMessage> AskAsync(string cache, string asked, string type)
    {
        await using var host = await RunningHost.StartAsync(_surroundings);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/page?cache={Uri.EscapeDataString(cache)}&type={type}");
        request.Headers.Add("Accept-Encoding", asked);
        var answer = await host.Client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }
}
