using System.Diagnostics;
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

    public async Task<string> ReadAsync(string path) => await http.GetStringAsync(new Uri(path, UriKind.Relative));

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

    public async Task<(long Bytes, int Requests)> FirstViewAsync(string path)
    {
        using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
        var html = await page.Content.ReadAsByteArrayAsync();
        var (bytes, requests) = ((long)html.Length, 1);
        foreach (Match loaded in Loaded().Matches(System.Text.Encoding.UTF8.GetString(html)))
        {
            bytes += (await http.GetByteArrayAsync(new Uri(loaded.Groups["address"].Value, UriKind.Relative))).Length;
            requests++;
        }

        return (bytes, requests);
    }

    [GeneratedRegex("""<(link rel="stylesheet" href|script src)="(?<address>[^"]+)""")]
    private static partial Regex Loaded();
}
