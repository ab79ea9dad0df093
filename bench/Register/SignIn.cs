using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Bench.Register;

/// <summary>Signs somebody in to a running program by the code of the mail that comes.</summary>
internal sealed partial class SignIn(HttpClient http, TimeSpan? patience = null)
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(string address)
    {
        await PostAsync("/sign-in", "address", address);
        await PostAsync("/sign-in/code", "code", await CodeAsync(address));
    }

    private async Task<string> CodeAsync(string address)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < (patience ?? UsualPatience); await Task.Delay(50))
        {
            var mails = JsonNode.Parse(await http.GetStringAsync(new Uri($"/mailbox/api/messages?limit=50&to={address}", UriKind.Relative)))!.AsArray();
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
