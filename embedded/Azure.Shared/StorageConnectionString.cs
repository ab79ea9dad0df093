using System.Globalization;

namespace Azure.Storage.Shared;

/// <summary>
/// What a storage connection string says. Besides the form of Azure's tools and <c>UseDevelopmentStorage=true</c>
/// it may be <c>DurableFile=path</c>.
/// </summary>
internal sealed record StorageConnectionString
{
    private const string DevelopmentAccount = "devstoreaccount1";

    // Public, and the same for every emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string? FilePath { get; private init; }

    public string? AccountName { get; private init; }

    public string? AccountKey { get; private init; }

    public string? SharedAccessSignature { get; private init; }

    private Dictionary<string, string> Endpoints { get; init; } = [];

    /// <param name="service">As in its host name: blob or table.</param>
    /// <exception cref="FormatException">The string names no such endpoint.</exception>
    public Uri Endpoint(string service) => Endpoints.TryGetValue(service, out var endpoint)
        ? new Uri(endpoint)
        : throw new FormatException($"The connection string names no {service} endpoint and no account.");

    /// <exception cref="FormatException">Not a connection string; its text, a secret, is not repeated.</exception>
    public static StorageConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        if (settings.TryGetValue("DurableFile", out var file))
            return new StorageConnectionString { FilePath = file };
        return settings.TryGetValue("UseDevelopmentStorage", out var development)
            && development.Equals("true", StringComparison.OrdinalIgnoreCase)
                ? Development(settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1"))
                : Account(settings);
    }

    /// <summary>What a client of a durable file gives as its address.</summary>
    public static Uri FileAddress(string path) =>
        new("file://" + Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal));

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new FormatException("A storage connection string has the form name=value;name=value.");
            settings[setting[..at]] = setting[(at + 1)..];
        }

        return settings;
    }

    private static StorageConnectionString Development(string host) => new()
    {
        AccountName = DevelopmentAccount,
        AccountKey = DevelopmentKey,
        Endpoints = new[] { ("blob", 10000), ("queue", 10001), ("table", 10002) }.ToDictionary(
            service => service.Item1,
            service => string.Create(CultureInfo.InvariantCulture, $"{host.TrimEnd('/')}:{service.Item2}/{DevelopmentAccount}")),
    };

    private static StorageConnectionString Account(Dictionary<string, string> settings)
    {
        var name = settings.GetValueOrDefault("AccountName");
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        var endpoints = new Dictionary<string, string>();
        foreach (var (service, setting) in new[] { ("blob", "BlobEndpoint"), ("table", "TableEndpoint") })
        {
            if (settings.TryGetValue(setting, out var endpoint))
                endpoints[service] = endpoint;
            else if (name is not null)
                endpoints[service] = $"{protocol}://{name}.{service}.{suffix}";
        }

        return endpoints.Count == 0
            ? throw new FormatException("A storage connection string needs an AccountName or an endpoint.")
            : new StorageConnectionString
            {
                AccountName = name,
                AccountKey = settings.GetValueOrDefault("AccountKey"),
                SharedAccessSignature = settings.GetValueOrDefault("SharedAccessSignature"),
                Endpoints = endpoints,
            };
    }
}
