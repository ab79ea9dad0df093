using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace LocalDiplomacy.Bench.Register;

/// <summary>The desk of a running program, signed in by the code of its mail.</summary>
internal sealed class RegisterDesk(HttpClient http)
{
    private const string Address = "desk@garok.example";

    /// <param name="patience">For the mail with the code, where the program has much else to do.</param>
    public Task SignInAsync(TimeSpan? patience = null) => new SignIn(http, patience).RunAsync(Address);

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
}
