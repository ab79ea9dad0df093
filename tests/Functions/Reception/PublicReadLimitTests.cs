using System.Net;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Tests.Reception;

/// <summary>A program behind one proxy that lets each address read six times a minute.</summary>
public sealed class PublicReadLimitTests : IAsyncLifetime
{
    private const int PerMinute = 6;
    private RunningProgram _program = null!;

    public async Task InitializeAsync() => _program = await RunningProgram.StartAsync(
        new Dictionary<string, string> { ["PUBLIC_READS_PER_MINUTE"] = "6", ["TRUSTED_PROXIES"] = "1" });

    public async Task DisposeAsync() => await _program.DisposeAsync();

    [Fact]
    public async Task Who_reads_too_much_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        var (reads, refused) = await ReadUntilRefusedAsync("/api/register", "203.0.113.7:4711");
        Assert.InRange(reads, PerMinute, PerMinute * 3);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("\"code\":\"TooManyReads\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/register", "203.0.113.8")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ReadUntilRefusedAsync("/api/openapi.json", "203.0.113.7")).Refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/health/live", "203.0.113.7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/style.css", "203.0.113.7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/sign-in", "203.0.113.7")).StatusCode);
    }

    [Theory]
    [InlineData("ko", "짧은 시간에 요청이 너무 많습니다")]
    [InlineData("en", "Too many requests in a short time")]
    [InlineData("fr", "Trop de requêtes en peu de temps")]
    [InlineData("es", "Demasiadas solicitudes en poco tiempo")]
    public async Task A_person_reads_it_on_a_page(string language, string title)
    {
        var (_, refused) = await ReadUntilRefusedAsync("/register", "198.51.100.20", language);

        Assert.Equal("text/html", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains(title, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Nobody_gets_more_by_writing_other_addresses_before_their_own()
    {
        var reads = 0;
        while ((await GetAsync("/api/register", $"192.0.2.{reads}, 198.51.100.9")).StatusCode == HttpStatusCode.OK) Assert.True(++reads < PerMinute * 3);

        Assert.InRange(reads, PerMinute, PerMinute * 3);
    }

    [Fact]
    public async Task What_comes_from_this_machine_is_not_counted()
    {
        for (var read = 0; read < PerMinute * 3; read++) Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/register", null)).StatusCode);
    }

    [Theory]
    [InlineData(1, "203.0.113.7", "203.0.113.7")]
    [InlineData(1, "203.0.113.7:51234", "203.0.113.7")]
    [InlineData(1, "10.0.0.1, 203.0.113.7", "203.0.113.7")]
    [InlineData(2, "10.0.0.1, 203.0.113.7, 198.51.100.1", "203.0.113.7")]
    [InlineData(3, "203.0.113.7", "203.0.113.7")]
    [InlineData(1, "[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64")]
    [InlineData(1, "2001:db8:1:2::9", "2001:db8:1:2::/64")]
    [InlineData(1, "::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData(1, "no address", "unknown")]
    [InlineData(1, "127.0.0.1", null)]
    [InlineData(0, "203.0.113.7", "198.51.100.200")]
    [InlineData(1, "", "198.51.100.200")]
    public void An_address_is_the_one_that_the_trusted_part_saw(int proxies, string forwarded, string? address)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("198.51.100.200") } };
        if (forwarded.Length > 0) http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(address, ClientAddress.Of(http.Request, proxies));
    }

    private async Task<(int Reads, HttpResponseMessage Refused)> ReadUntilRefusedAsync(string path, string from, string language = "en")
    {
        for (var reads = 0; ; reads++)
        {
            var answer = await GetAsync(path, from, language);
            if (answer.StatusCode != HttpStatusCode.OK) return (reads, answer);
            Assert.True(reads < PerMinute * 3, "nobody was held up");
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? from, string language = "en")
    {
        using var http = new HttpClient { BaseAddress = _program.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await http.SendAsync(request);
    }
}
