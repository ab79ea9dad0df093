using System.Text.Json;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Api;

/// <summary>Reads a request's JSON, and names what is wrong with it: the line, or the field.</summary>
public static class JsonBody
{
    /// <summary>Far above the longest text in three languages; what is longer is not read to its end.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <exception cref="ProblemException">400, 413 or 415.</exception>
    public static async Task<T> ReadJsonAsync<T>(this HttpRequest request, CancellationToken cancellation) where T : class
    {
        if (!request.HasJsonContentType())
            throw new ProblemException(request.ContentLength is null or 0 && request.ContentType is null
                ? ProblemKind.BodyMissing : ProblemKind.ContentTypeWrong);
        var body = await LimitedBody.ReadAsync(request, MaxBytes, cancellation);
        request.RememberBody(CanonicalJson.Of(Parsed(body), RequestBody.ProofsAndKeys));
        return Bound<T>(body);
    }

    private static JsonElement Parsed(byte[] body)
    {
        if (body.Length == 0)
            throw new ProblemException(ProblemKind.BodyMissing);
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new ProblemException(new Problem(ProblemKind.BodyUnreadable) { About = [(e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1] });
        }
    }

    private static T Bound<T>(byte[] body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, ApiJson.Options) ?? throw new ProblemException(ProblemKind.BodyMissing);
        }
        catch (JsonException e)
        {
            throw new ProblemException(new Problem(ProblemKind.FieldsWrong) { Fields = [new(FieldOf(e), CodeOf<T>(body, e))] });
        }
    }

    /// <summary>"$.clauses[2].heading" without its "$.".</summary>
    private static string FieldOf(JsonException e) =>
        e.Path is null or "$" ? "" : e.Path[(e.Path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 1)..];

    private static string CodeOf<T>(byte[] body, JsonException strict)
    {
        try
        {
            JsonSerializer.Deserialize<T>(body, ApiJson.Forgiving);
            return "UnknownField";
        }
        catch (JsonException forgiving)
        {
            return forgiving.Path != strict.Path ? "UnknownField"
                : forgiving.Message.StartsWith("Duplicate", StringComparison.Ordinal) ? "Duplicate" : "WrongType";
        }
    }
}
