using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>What an archive holds, and what it leaves behind. A new table must be put into one of the two lists.</summary>
internal static class ArchiveContent
{
    public const string TableFolder = "tables/";
    public const string BlobFolder = "blobs/";

    /// <summary>
    /// In the order in which they are written and read. Cases come first: a mail that is read after its case is known to
    /// belong to it, and a case that is read before its mail still has the effect that the mail comes from. A reference
    /// table's rows come before its log: what they are behind with, or ahead of, the log mends.
    /// </summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        Storage.Tables.Mous, Storage.Tables.CaseLists, Storage.Tables.Register, Storage.Tables.Links, Storage.Tables.People, Storage.Tables.ApiKeys,
        Storage.Tables.Mails, Storage.Tables.LocalGovernments, Storage.Tables.Missions, Storage.Tables.ReferenceLog, Storage.Tables.AssociationSettings, Storage.Tables.SavedViews, Storage.Tables.Erasures,
        Storage.Tables.UnsavedDrafts,
        Storage.Tables.LinkOpenings, Storage.Tables.CaseMessages,
        Storage.Tables.Openings, Storage.Tables.SignInLog,
    ];

    /// <summary>
    /// What is worth nothing elsewhere. Codes hold for ten minutes, sign-ins for an hour, sessions and devices for twelve,
    /// all bound to cookies of the address that the program leaves: who is moved asks once more. Nudges and redeliveries
    /// are written anew by the import, from the cases and mails, and the index of cases by the program that then starts; the import's mark is about the store, not in it. What was carried out, and when, and what was wrong with it are about the engine that stays behind.
    /// </summary>
    public static readonly IReadOnlyList<string> LeftBehind =
    [
        Storage.Tables.Nudges, Storage.Tables.Redeliveries, Storage.Tables.Codes, Storage.Tables.Devices, Storage.Tables.SignIns,
        Storage.Tables.Sessions, Storage.Tables.Imports, Storage.Tables.CaseIndex, Storage.Tables.CaseWork,
        Storage.Tables.Alerts,
    ];

    /// <summary>Blobs are moved by name and content. The program gives them neither headers nor metadata of their own.</summary>
    public static readonly IReadOnlyList<string> Containers = [TextStore.Container, RegisterLog.Container, ScanStore.Container, MessageStore.Container];

    /// <summary>The names of the archive's parts, in their order.</summary>
    public static IEnumerable<string> Parts => [.. Tables.Select(table => TableFolder + table), .. Containers.Select(container => BlobFolder + container)];

    public static string? TableOf(string part) => part.StartsWith(TableFolder, StringComparison.Ordinal) ? part[TableFolder.Length..] : null;

    public static string ContainerOf(string part) => part[BlobFolder.Length..];
}
