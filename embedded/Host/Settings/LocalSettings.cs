using System.Globalization;
using System.Text.Json;

namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>local.settings.json, as the Functions tools know it: "Values" are settings, "Host.LocalHttpPort" is the port.</summary>
internal static class LocalSettings
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static IReadOnlyDictionary<string, string?> Read(ProjectPlace place)
    {
        var path = place.LocalSettingsCandidates.FirstOrDefault(File.Exists);
        if (path is null)
            return new Dictionary<string, string?>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return Read(document.RootElement, path);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new StartupFaultException($"{path} is not valid: {exception.Message}", StartupFaultException.Misused);
        }
    }

    private static Dictionary<string, string?> Read(JsonElement root, string path)
    {
        if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
            throw new StartupFaultException($"{path} is encrypted; decrypt it with 'func settings decrypt'.", StartupFaultException.Misused);

        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (root.TryGetProperty("Host", out var host) && host.TryGetProperty("LocalHttpPort", out var port))
            settings[HostSettings.Urls] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port.GetInt32()}");
        if (root.TryGetProperty("Values", out var values))
        {
            foreach (var value in values.EnumerateObject())
                settings[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ToString();
        }

        return settings;
    }
}
