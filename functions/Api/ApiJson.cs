using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LocalDiplomacy.Functions.Api;

/// <summary>JSON as the API reads and writes it: exact names, nothing unknown, nothing twice.</summary>
public static class ApiJson
{
    public const string ContentType = "application/json; charset=utf-8";
    public const string ProblemContentType = "application/problem+json; charset=utf-8";

    public static readonly JsonSerializerOptions Options = Sealed(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = 32,
        // Answers are JSON and never part of a page: Korean stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    });

    /// <summary>As <see cref="Options"/>, but blind to unknown fields: tells an unknown field from one of a wrong type.</summary>
    internal static readonly JsonSerializerOptions Forgiving = Sealed(new JsonSerializerOptions(Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    });

    private static JsonSerializerOptions Sealed(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }
}
