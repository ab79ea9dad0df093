using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Bench.Register;

/// <summary>The desk of a running program, signed in by the code of its mail.</summary>
internal sealed partial class RegisterDesk(HttpClient http)
{
    private const string Address = "desk@garok.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SignInAsync()
    {
        await PostAsync("/sign-in", "address", Address);
        await PostAsync("/sign-in/code", "code", await CodeAsync());
    }

    /// <returns>How long it took, and whether anything was written.</returns>
    public async Task<(double Seconds, bool IsWritten)> ImportAsync(byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/desk/register/import") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return answer.IsSuccessStatusCode
            ? (took, (bool)JsonNode.Parse(body)!["isWritten"]!)
            : throw new InvalidOperationException($"The import was answered with {answer.StatusCode}: {body[..Math.Min(body.Length, 500)]}");
    }

    private async Task<string> CodeAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(50))
        {
            var mails = JsonNode.Parse(await http.GetStringAsync(new Uri($"/mailbox/api/messages?limit=50&to={Address}", UriKind.Relative)))!.AsArray();
            if (mails.Select(mail => Code().Match((string)mail!["text"]!)).FirstOrDefault(code => code.Success) is { } found) return found.Value;
        }

        throw new InvalidOperationException("No mail with a code came.");
    }

    private async Task PostAsync(string path, string name, string value)
    {
        using var form = new FormUrlEncodedContent([new(name, value)]);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        if ((int)answer.StatusCode != 303) throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
    }

    [GeneratedRegex(@"(?<![\w/=-])\d{6}(?![\w-])")]
    private static partial Regex Code();
}
