using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Pages;

/// <summary>Somebody's browser, as far as the program sees it: cookies, and what a page makes it load.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        // What a browser asks for; whether it is packed is up to the program, and to what stands before it.
        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        http.DefaultRequestHeaders.Add("Accept-Language", "ko");
    }

    public void Dispose() => http.Dispose();

    public Task SignInAsync(string address) => new SignIn(http).RunAsync(address);

    public Task WellAsync() => RegisterBench.WellAsync(http);

    public async Task<string> ReadAsync(string path) => Encoding.UTF8.GetString((await LoadAsync(path)).Content);

    /// <returns>Milliseconds to the last byte.</returns>
    public async Task<double> TimedAsync(string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if ((int)answer.StatusCode is not (200 or 404)) throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
        return took;
    }

    public async Task<FirstView> FirstViewAsync(string path)
    {
        var (seen, html) = await LoadAsync(path);
        foreach (Match loaded in Loaded().Matches(Encoding.UTF8.GetString(html)))
            seen += (await LoadAsync(loaded.Groups["address"].Value)).Seen;
        return seen;
    }

    private async Task<(FirstView Seen, byte[] Content)> LoadAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var sent = await answer.Content.ReadAsByteArrayAsync();
        using var content = new MemoryStream();
        await using var unpacked = Unpacked(new MemoryStream(sent), answer.Content.Headers.ContentEncoding.SingleOrDefault());
        await unpacked.CopyToAsync(content);
        return (new(1, sent.Length, content.Length), content.ToArray());
    }

    private static Stream Unpacked(Stream sent, string? encoding) => encoding switch
    {
        null => sent,
        "br" => new BrotliStream(sent, CompressionMode.Decompress),
        "gzip" => new GZipStream(sent, CompressionMode.Decompress),
        _ => throw new InvalidOperationException($"Nobody asked for the encoding {encoding}."),
    };

    [GeneratedRegex("""<(link rel="stylesheet" href|script src)="(?<address>[^"]+)""")]
    private static partial Regex Loaded();
}
