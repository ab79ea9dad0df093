using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>
/// How records are written into tables and blobs, in one place. Values are written by their declared type, so that an event,
/// an actor or a stage keeps its discriminator.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Korean stays readable and a third as long. Nothing of this is ever put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // A row of a newer version may say more than this one knows, and may have its discriminator anywhere.
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
