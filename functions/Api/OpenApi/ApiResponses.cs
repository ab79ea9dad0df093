using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>What an operation can answer.</summary>
internal static class ApiResponses
{
    public static JsonObject Of(HttpFunction function, string method, ApiOperationAttribute described, ApiSchemas schemas)
    {
        var responses = new JsonObject { [Key(described.Status)] = Good(described, schemas) };
        if (described.AlsoStatus != 0)
            responses[Key(described.AlsoStatus)] = Good(described, schemas);
        if (method == "get" && described.IsTagged)
            responses["304"] = new JsonObject { ["description"] = "The caller has it already." };
        foreach (var status in Problems(function, method, described).GroupBy(ProblemStatus.Of).OrderBy(s => s.Key))
            responses[Key(status.Key)] ??= Problem(status, schemas);
        return responses;
    }

    private static JsonObject Good(ApiOperationAttribute described, ApiSchemas schemas)
    {
        var response = new JsonObject { ["description"] = described.Answer?.Name ?? (described.File is null ? "Done." : "The file.") };
        if (described.File is { } file)
            response["content"] = new JsonObject(file.Split(", ").Select(one => KeyValuePair.Create<string, JsonNode?>(one, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } })));
        if (described.Answer is { } answer)
            response["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Reference(answer, isRequest: false) } };
        if (described.IsTagged)
            response["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
        return response;
    }

    private static JsonObject Problem(IEnumerable<ProblemKind> kinds, ApiSchemas schemas) => new()
    {
        ["description"] = string.Join(", ", kinds.Distinct().Select(k => KebabCase.Of(k.ToString()))),
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schemas.Reference(typeof(ProblemAnswer), isRequest: false) } },
    };

    /// <summary>What follows from an operation's form, and what it adds.</summary>
    private static IEnumerable<ProblemKind> Problems(HttpFunction function, string method, ApiOperationAttribute described)
    {
        var route = ApiRoute.Of(function.Route);
        IEnumerable<(bool Applies, ProblemKind[] Kinds)> rules =
        [
            (function.Audience != Audience.Anyone, [ProblemKind.SignInNeeded, ProblemKind.NotForYou]),
            (route.Parameters.Any(p => p.Name == "id"), [ProblemKind.NotFound]),
            (route.Tag == "mous" && route.Parameters.Count > 0, [ProblemKind.OfAnotherOffice]),
            (route.Parameters.Any(p => p.Name == "token"), [ProblemKind.LinkUnknown]),
            (described.IsPaged || described.IsSearch, [ProblemKind.QueryWrong]),
            (described.Request is not null || described.RequestContentType is not null, [ProblemKind.BodyMissing, ProblemKind.BodyUnreadable, ProblemKind.FieldsWrong, ProblemKind.BodyTooLarge, ProblemKind.ContentTypeWrong]),
            (method == "post", [ProblemKind.IdempotencyKeyMissing, ProblemKind.IdempotencyKeyReused, ProblemKind.CrossSite]),
            (method == "put", [ProblemKind.IfMatchMissing, ProblemKind.IfMatchUnreadable, ProblemKind.Stale, ProblemKind.CrossSite]),
            (true, [ProblemKind.StorageAway]),
        ];
        return rules.Where(r => r.Applies).SelectMany(r => r.Kinds).Concat(described.Problems);
    }

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
