using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>The tables by name. A table is made when it is first used, once per process.</summary>
public sealed class Tables(TableServiceClient service)
{
    public const string Mous = "Mous";
    public const string Nudges = "Nudges";
    public const string Redeliveries = "Redeliveries";
    public const string CaseLists = "CaseLists";
    public const string CaseIndex = "CaseIndex";
    public const string Links = "Links";
    /// <summary>Who was at a case's links, programs and people apart.</summary>
    public const string LinkOpenings = "LinkOpenings";
    /// <summary>What was written about cases from outside.</summary>
    public const string CaseMessages = "CaseMessages";
    public const string Codes = "Codes";
    public const string Devices = "Devices";
    public const string SignIns = "SignIns";

    /// <summary>Who came in and who tried to, for half a year.</summary>
    public const string SignInLog = "SignInLog";
    public const string Sessions = "Sessions";
    public const string People = "People";
    public const string ApiKeys = "ApiKeys";
    public const string Mails = "Mails";
    public const string LocalGovernments = "LocalGovernments";
    public const string Missions = "Missions";

    /// <summary>Insert-only: every change of a reference table, with its author.</summary>
    public const string ReferenceLog = "ReferenceLog";

    /// <summary>Insert-only: every version of the association's settings.</summary>
    public const string AssociationSettings = "AssociationSettings";
    /// <summary>Insert-only: what is public of concluded agreements.</summary>
    public const string Register = "Register";

    /// <summary>Searches that people of the association saved.</summary>
    public const string SavedViews = "SavedViews";

    /// <summary>Insert-only: that something went, and why.</summary>
    public const string Erasures = "Erasures";
    public const string Imports = "Imports";

    /// <summary>What was typed into drafts and is not saved yet.</summary>
    public const string UnsavedDrafts = "UnsavedDrafts";

    /// <summary>What was carried out for each case, when, and how often it was tried.</summary>
    public const string CaseWork = "CaseWork";

    /// <summary>Insert-only: who read a case's rows unmasked, and why.</summary>
    public const string Openings = "Openings";

    /// <summary>What somebody must know of: open, and closed with when and how.</summary>
    public const string Alerts = "Alerts";

    private readonly ConcurrentDictionary<string, TableClient> _made = new(StringComparer.Ordinal);

    /// <summary>While storage is away this fails, and the next call tries again.</summary>
    public async ValueTask<TableClient> OpenAsync(string name, CancellationToken cancel)
    {
        if (_made.TryGetValue(name, out var table)) return table;
        table = service.GetTableClient(name);
        await table.CreateIfNotExistsAsync(cancel).ConfigureAwait(false);
        return _made.GetOrAdd(name, table);
    }
}
