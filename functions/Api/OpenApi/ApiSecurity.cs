using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Reception;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>How callers say who they are.</summary>
internal static class ApiSecurity
{
    public static JsonObject Schemes() => new()
    {
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An office's API key: ldk_…" },
        ["header"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Api-Key" },
        ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = Cookies.Session },
    };

    /// <summary>Any one of them will do; none where everyone is answered.</summary>
    public static JsonArray Of(Audience? audience) => audience switch
    {
        Audience.Anyone => [],
        Audience.OfficePeople or Audience.Desk or Audience.Association => [One("session")],
        _ => [One("bearer"), One("header"), One("session")],
    };

    private static JsonObject One(string scheme) => new() { [scheme] = new JsonArray() };
}
