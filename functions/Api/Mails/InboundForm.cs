using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Messages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.Functions.Api.Mails;

/// <summary>Reads what SendGrid's inbound parse posts: a form of many parts, each text in the charset that the mail had it in.</summary>
internal static partial class InboundForm
{
    private const int MostParts = 200;

    /// <exception cref="ProblemException">415 or 400.</exception>
    public static async Task<InboundMail> ReadAsync(string? contentType, byte[] body, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        try
        {
            var (fields, files) = await PartsAsync(boundary, body, cancellation);
            return Mail(fields, files);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or JsonException)
        {
            throw new ProblemException(new Problem(ProblemKind.BodyUnreadable) { About = [1, 1] });
        }
    }

    private static async Task<(Dictionary<string, byte[]> Fields, List<InboundFile> Files)> PartsAsync(string boundary, byte[] body, CancellationToken cancellation)
    {
        var (fields, files) = (new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase), new List<InboundFile>());
        var reader = new MultipartReader(boundary, new MemoryStream(body));
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } section; parts++)
        {
            if (parts >= MostParts) throw new InvalidDataException("There are too many parts.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) continue;
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellation);
            var fileName = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value;
            if (fileName is { Length: > 0 }) files.Add(new(fileName, content.ToArray()));
            else if (HeaderUtilities.RemoveQuotes(part.Name).Value is { Length: > 0 } name) fields[name] = content.ToArray();
        }

        return (fields, files);
    }

    private static InboundMail Mail(Dictionary<string, byte[]> fields, List<InboundFile> files)
    {
        var charsets = fields.TryGetValue("charsets", out var json) ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] : [];
        string? Text(string name) => fields.TryGetValue(name, out var bytes) ? EncodingOf(charsets.GetValueOrDefault(name)).GetString(bytes) : null;
        var envelope = JsonSerializer.Deserialize<Envelope>(Text("envelope") ?? "{}", JsonSerializerOptions.Web) ?? new(null, null);
        return new(
            Text("headers") ?? "", envelope.To ?? [], envelope.From ?? "", Text("from") ?? "", Text("subject") ?? "",
            Text("text") is { } text && !string.IsNullOrWhiteSpace(text) ? text : PlainOf(Text("html") ?? ""), Text("SPF"), Text("dkim"), files);
    }

    /// <summary>Korean mail still comes in charsets of its own. One that nobody knows is read as UTF-8.</summary>
    private static Encoding EncodingOf(string? charset)
    {
        try
        {
            return charset is null ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    /// <summary>The words of an HTML part: nothing of it is ever shown as HTML.</summary>
    private static string PlainOf(string html) =>
        WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(Unseen().Replace(html, ""), "\n"), "")).Trim();

    [GeneratedRegex(@"<(script|style|head|title)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<(br|/p|/div|/tr|/li|/h[1-6])\b[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    private sealed record Envelope(string[]? To, string? From);
}
