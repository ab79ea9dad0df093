using System.Text.Json;

namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>The part of host.json that the embedded host follows, with the Azure host's defaults.</summary>
internal sealed record HostJson
{
    private const string DefaultHub = "LocalDiplomacy";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public string RoutePrefix { get; init; } = "api";

    public string HubName { get; init; } = DefaultHub;

    public string? DefaultVersion { get; init; }

    public string? VersionMatchStrategy { get; init; }

    public string? VersionFailureStrategy { get; init; }

    public int? MaxConcurrentActivities { get; init; }

    public int? MaxConcurrentOrchestrators { get; init; }

    public IReadOnlyDictionary<string, string> LogLevels { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the first of the files that exists; none gives the defaults.</summary>
    public static HostJson Read(params string[] candidates)
    {
        var path = candidates.FirstOrDefault(File.Exists);
        if (path is null)
            return new HostJson();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new StartupFaultException($"{path} is not valid: {exception.Message}", StartupFaultException.Misused);
        }
    }

    private static HostJson Read(JsonElement root)
    {
        var extensions = Property(root, "extensions");
        var durable = Property(extensions, "durableTask");
        return new HostJson
        {
            RoutePrefix = (Text(Property(extensions, "http"), "routePrefix") ?? "api").Trim('/'),
            HubName = Text(durable, "hubName") ?? DefaultHub,
            DefaultVersion = Text(durable, "defaultVersion"),
            VersionMatchStrategy = Text(durable, "versionMatchStrategy"),
            VersionFailureStrategy = Text(durable, "versionFailureStrategy"),
            MaxConcurrentActivities = Number(durable, "maxConcurrentActivityFunctions"),
            MaxConcurrentOrchestrators = Number(durable, "maxConcurrentOrchestratorFunctions"),
            LogLevels = Levels(Property(Property(root, "logging"), "logLevel")),
        };
    }

    /// <summary>%NAME% in the hub's name is a setting, as on Azure; where it is not set, the name is the default.</summary>
    public HostJson Resolve(Func<string, string?> setting)
    {
        if (HubName.Length < 3 || HubName[0] != '%' || HubName[^1] != '%')
            return this;
        return this with { HubName = setting(HubName[1..^1]) ?? DefaultHub };
    }

    private static Dictionary<string, string> Levels(JsonElement? levels) =>
        levels?.EnumerateObject().ToDictionary(level => level.Name, level => level.Value.GetString() ?? "") ?? [];

    private static JsonElement? Property(JsonElement? parent, string name) =>
        parent?.ValueKind == JsonValueKind.Object && parent.Value.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? parent, string name) => Property(parent, name)?.GetString();

    private static int? Number(JsonElement? parent, string name) => Property(parent, name)?.GetInt32();
}
