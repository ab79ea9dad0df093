using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>All that was set, from the command line, the environment, local.settings.json and the defaults, in this order.</summary>
internal sealed class HostSettings
{
    public const string Urls = "URLS";
    public const string Data = "DATA_DIR";
    public const string UseAzurite = "AZURITE";
    public const string Storage = "AzureWebJobsStorage";
    public const string MailKey = "SENDGRID_API_KEY";
    public const string MailHost = "SENDGRID_HOST";
    public const string MailFrom = "MAIL_FROM";
    public const string PublicUrl = "PUBLIC_URL";
    public const string Sample = "SAMPLE_ASSOCIATION";
    public const string Administrator = "FIRST_ADMINISTRATOR";

    private static readonly string[] IdentitySettings = ["accountName", "blobServiceUri", "tableServiceUri"];

    private const string FilePrefix = "DurableFile=";

    private readonly Dictionary<string, string?> _given;

    public HostSettings(CommandLine commandLine, Surroundings surroundings)
    {
        Place = ProjectPlace.Find(surroundings);
        _given = Layers(commandLine, surroundings);
        HostJson = HostJson.Read(Place.HostJsonCandidates).Resolve(Given);
        Demo = commandLine.Demo;
        Command = commandLine.Command;
        Out = commandLine.Out;
        Listen = ListenAddress.Parse(Given(Urls) ?? "http://127.0.0.1:7071");
        DataFolder = Given(Data) is { } folder ? Place.Absolute(folder) : Place.DefaultDataFolder;
        Azurite = Switch(UseAzurite, false);
        WithSample = Switch(Sample, true);
        OwnMailbox = Given(MailKey) is null;
        CheckAddresses();
    }

    public ProjectPlace Place { get; }

    public HostJson HostJson { get; }

    public ListenAddress Listen { get; }

    public string DataFolder { get; }

    public bool Azurite { get; }

    public bool WithSample { get; }

    public bool Demo { get; }

    /// <summary>What the application is to do instead of running; empty: it is to run.</summary>
    public IReadOnlyList<string> Command { get; }

    /// <summary>The file that a command writes to; null for the console.</summary>
    public string? Out { get; }

    /// <summary>No key is set, so mail goes to the host's own mailbox.</summary>
    public bool OwnMailbox { get; }

    public string StoreFile => Path.Combine(DataFolder, "store.db");

    /// <summary>The folder of Azurite's own files.</summary>
    public string AzuriteFolder => Path.Combine(DataFolder, "azurite");

    // Not the folder: its programs are in it before anything was kept.
    private string AzuriteTables => Path.Combine(AzuriteFolder, "__azurite_db_table__.json");

    /// <summary>Where everything is kept; null for Azurite, which tells it when it has started, and for an account that is entered with an identity.</summary>
    public string? StorageConnection => Given(Storage) ?? (Azurite || IsByIdentity ? null : FilePrefix + StoreFile);

    /// <summary>A storage account is named without a connection string. The application's commands enter it with an identity; the engine of this host does not.</summary>
    public bool IsByIdentity => IdentitySetting is not null;

    private string? IdentitySetting =>
        Given(Storage) is null ? IdentitySettings.FirstOrDefault(name => Given($"{Storage}:{name}") is not null) : null;

    /// <summary>The file that everything is kept in, where it is one.</summary>
    public string? File => StorageConnection is { } connection && connection.StartsWith(FilePrefix, StringComparison.OrdinalIgnoreCase)
        ? connection[FilePrefix.Length..].TrimEnd(';')
        : null;

    /// <summary>Nothing was ever kept here. Another storage account is the application's to look into.</summary>
    public bool IsNewStore => File is { } file ? !System.IO.File.Exists(file) : Azurite && !System.IO.File.Exists(AzuriteTables);

    public string? Given(string name) => string.IsNullOrWhiteSpace(_given.GetValueOrDefault(name)) ? null : _given[name];

    public void Give(string name, string value) => _given[name] = value;

    /// <summary>Puts everything where the application reads its settings, defaults below what was given.</summary>
    public void ApplyTo(IConfigurationBuilder configuration, string storage)
    {
        configuration.AddInMemoryCollection(Defaults(storage).Where(setting => !string.IsNullOrEmpty(setting.Value)));
        configuration.AddInMemoryCollection(_given.Where(setting => !string.IsNullOrWhiteSpace(setting.Value)));
    }

    private Dictionary<string, string?> Defaults(string storage)
    {
        var here = Listen.Reachable.GetLeftPart(UriPartial.Authority);
        var defaults = new Dictionary<string, string?>
        {
            [Urls] = string.Join(';', Listen.Urls),
            [Data] = DataFolder,
            [Storage] = storage,
            [MailFrom] = "mou@localdiplomacy.example",
            [PublicUrl] = here,
            [Sample] = WithSample ? "true" : "false",
        };
        if (OwnMailbox)
        {
            defaults[MailHost] = here + "/mailbox/api";
            // Of this run only: nobody needs to know it, and a leaked one is worth nothing tomorrow.
            defaults[MailKey] = "SG.mailbox." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        }

        return defaults;
    }

    private Dictionary<string, string?> Layers(CommandLine commandLine, Surroundings surroundings)
    {
        var layers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Put(layers, LocalSettings.Read(Place));
        Put(layers, surroundings.Environment.Select(v => new KeyValuePair<string, string?>(
            v.Key.Replace("__", ":", StringComparison.Ordinal), v.Value)));
        Put(layers, FromOptions(commandLine));
        return layers;
    }

    private static void Put(Dictionary<string, string?> layers, IEnumerable<KeyValuePair<string, string?>> more)
    {
        foreach (var (name, value) in more)
            layers[name] = value;
    }

    private static IEnumerable<KeyValuePair<string, string?>> FromOptions(CommandLine line)
    {
        if (line.Urls is not null)
            yield return new(Urls, line.Urls);
        if (line.Data is not null)
            yield return new(Data, line.Data);
        if (line.Azurite)
            yield return new(UseAzurite, "true");
        if (line.NoSample)
            yield return new(Sample, "false");
        if (line.Administrator is not null)
            yield return new(Administrator, line.Administrator);
    }

    private bool Switch(string name, bool otherwise)
    {
        var text = Given(name);
        if (text is null)
            return otherwise;
        return bool.TryParse(text, out var value) ? value : throw Misuse($"{name} is 'true' or 'false', not '{text}'.");
    }

    private void CheckAddresses()
    {
        if (Given(Administrator) is { } administrator && !IsMailAddress(administrator))
            throw Misuse($"'{administrator}' is no mail address: --administrator takes one such as clerk@province.example.");
        if (Command.Count == 0 && IdentitySetting is { } identity)
            throw Misuse($"{Storage}__{identity} is set: entering a storage account by identity needs the build for Azure. Set {Storage} to a connection string, or leave it out for a file.");
        if (Azurite && (Given(Storage) is not null || IdentitySetting is not null))
            throw Misuse($"--azurite and {Storage} are both set: use one of them.");
    }

    public static bool IsMailAddress([NotNullWhen(true)] string? text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static StartupFaultException Misuse(string message) => new(message, StartupFaultException.Misused);
}
