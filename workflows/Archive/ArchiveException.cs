namespace LocalDiplomacy.Workflows.Archive;

/// <summary>An export or import that cannot be done. The message is the one line that its user reads, with the remedy.</summary>
internal sealed class ArchiveException : Exception
{
    private ArchiveException(string message, Exception? inner = null) : base(message, inner) { }

    public static ArchiveException Misused(string command) => new($"'{command}' takes one thing, the archive's file: {command} FILE");

    public static ArchiveException FileExists(string path) => new($"{path} is there already, and nothing was written: choose another name.");

    public static ArchiveException FileMissing(string path) => new($"There is no file {path}: give the path of an archive that 'export' wrote.");

    public static ArchiveException File(string path, Exception why) => new($"{path}: {OneLine(why.Message)}", why);

    public static ArchiveException NotAnArchive(string path) => new($"{path} is no archive of this program: give a file that 'export' wrote.");

    public static ArchiveException Damaged(string path) =>
        new($"{path} was cut off or changed after it was written, and nothing was imported: copy it again and compare its SHA-256, or export again.");

    public static ArchiveException Newer(string path, int format) =>
        new($"{path} has format {format}, and this program reads {ArchiveManifest.ReadableFormat}: import it with the version that wrote it, or a newer one.");

    public static ArchiveException OtherContent(string path, string part) =>
        new($"{path} has other parts than this program knows ({part}), and nothing was imported: import it with the version that wrote it.");

    public static ArchiveException NothingToExport() => new("The store is empty, there is nothing to export: check --data or AzureWebJobsStorage.");

    public static ArchiveException NotEmpty(string what) =>
        new($"The store is not empty ({what}), and nothing was imported: import into a new one, before the program is first started on it.");

    public static ArchiveException Unrest(string mou) => new($"{mou} changed each time it was read, and nothing was exported: export again, best while the program is stopped.");

    public static ArchiveException OutOfOrder(string part) => new($"Storage gave the rows of {part} out of order, and nothing was exported: export again.");

    public static ArchiveException Changed(string part) =>
        new($"What was read back of {part} is not what the archive holds: something else writes into this store. Stop it and import again; until then the program does not start on it.");

    public static ArchiveException TakenOver() => new("Another import began on this store: this one stopped. See what the other one says.");

    public static ArchiveException Storage(Azure.RequestFailedException fault) => new(fault.Status switch
    {
        401 or 403 => $"Storage refused access ({fault.ErrorCode ?? $"{fault.Status}"}): check the key in AzureWebJobsStorage, or give the identity the roles Storage Table Data Contributor and Storage Blob Data Contributor.",
        0 => $"Storage could not be reached: {OneLine(fault.Message).TrimEnd('.')}. Check AzureWebJobsStorage and the network.",
        _ => $"Storage failed with {fault.Status} {fault.ErrorCode}: {OneLine(fault.Message)}",
    }, fault);

    public static ArchiveException Identity(Exception fault) =>
        new($"No identity was found to enter the storage account with: sign in with 'az login', or give a connection string. ({OneLine(fault.Message)})", fault);

    public static ArchiveException Setting(Exception fault) => new($"AzureWebJobsStorage cannot be used: {OneLine(fault.Message)}", fault);

    private static string OneLine(string text) => text.Split(['\r', '\n'], 2)[0].Trim();
}
