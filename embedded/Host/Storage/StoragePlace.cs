using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Azurite;
using LocalDiplomacy.DurableFile;
using LocalDiplomacy.EmbeddedHost.Settings;
using LocalDiplomacy.EmbeddedHost.Startup;

namespace LocalDiplomacy.EmbeddedHost.Storage;

/// <summary>Where tables and blobs live: a file by default, Azurite, or whatever the storage connection string names.</summary>
internal sealed class StoragePlace : IAsyncDisposable
{
    private readonly Lazy<TableServiceClient> _tables;
    private readonly Lazy<BlobServiceClient> _blobs;
    private readonly HostSettings _settings;
    private readonly AzuriteProcess? _azurite;
    private DurableStore? _store;

    private StoragePlace(HostSettings settings, string connectionString, AzuriteProcess? azurite)
    {
        _settings = settings;
        _azurite = azurite;
        ConnectionString = connectionString;
        _tables = new(() => new TableServiceClient(connectionString));
        _blobs = new(() => new BlobServiceClient(connectionString));
    }

    public string ConnectionString { get; }

    public TableServiceClient Tables => _tables.Value;

    public BlobServiceClient Blobs => _blobs.Value;

    public string Description => _settings switch
    {
        { File: { } file } => file,
        { Azurite: true } => $"{_settings.AzuriteFolder} (Azurite)",
        _ => "the storage account of AzureWebJobsStorage",
    };

    /// <summary>Starts Azurite where it is asked for: only then its address, which the application's settings name, is known.</summary>
    /// <exception cref="StartupFaultException">Azurite does not start.</exception>
    public static StoragePlace Of(HostSettings settings, Surroundings surroundings)
    {
        if (settings.StorageConnection is { } connection)
            return new(settings, connection, null);
        if (settings.IsByIdentity)
            return new(settings, "", null);
        // What would fail later should not first wait for an installation.
        if (settings.Command.Count == 0)
            PortCheck.Check(settings.Listen);
        try
        {
            var options = new AzuriteOptions(settings.AzuriteFolder) { Progress = surroundings.Out.WriteLine };
            // Blocks, as Program.cs asks for a builder and not for a task; it is alone on its thread.
            var azurite = AzuriteProcess.StartAsync(options).GetAwaiter().GetResult();
            return new(settings, azurite.ConnectionString, azurite);
        }
        catch (Exception exception) when (exception is AzuriteException or IOException or UnauthorizedAccessException)
        {
            throw new StartupFaultException(exception.Message);
        }
    }

    /// <summary>Opens the file here and now, so that one that cannot be used is known before anything listens.</summary>
    /// <param name="wholly">Reads it to its end first, however large it is.</param>
    public void Open(bool wholly = false)
    {
        if (_settings.File is { } file)
            _store = DurableStore.Open(file, readWhollyUpTo: wholly ? long.MaxValue : DurableStore.ReadWhollyUpTo);
    }

    /// <summary>What is wrong with the file, once it was read to its end; null: nothing, or it is no file of ours.</summary>
    public Task<StoreUnreadableException?> ReadToItsEnd => _store?.ReadToItsEnd ?? Task.FromResult<StoreUnreadableException?>(null);

    /// <summary>Lets Azurite write what it holds, or closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _store?.Dispose();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
