using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.OfficePortal.Unsaved;

/// <summary>
/// What was typed into a draft's form and is no part of the record yet: it may be half finished, is no event, and nobody
/// outside the office sees it. Saving the draft makes it one event, whatever the number of times it was kept.
/// </summary>
/// <param name="BegunFrom">The MOU's version that the typing began from; 0 for a draft that is not there yet.</param>
/// <param name="Key">The form's key: what is begun under it becomes one MOU, however often it is sent.</param>
/// <param name="By">Who typed last.</param>
/// <param name="Base">What the draft said in the record when it was typed, as marks of its fields: where it is saved otherwise meanwhile, both can be taken together.</param>
public sealed record UnsavedDraft(DraftForm Form, int BegunFrom, string Key, string By, DateTimeOffset At, string? Base = null)
{
    /// <summary>Names the content: the same words have the same tag, whoever typed them.</summary>
    public string Tag { get; } = TagOf(Form);

    public static string TagOf(DraftForm form) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Of(form))))[..16];
}

/// <summary>Where it is kept: beside a draft that is there, for everyone who writes on it; a new one's is its writer's own.</summary>
public sealed record UnsavedPlace
{
    private UnsavedPlace(string partition, string row) => (Partition, Row) = (partition, row);

    internal string Partition { get; }

    /// <summary>Of a new draft's: the id of the MOU that it becomes.</summary>
    public string Row { get; }

    public static UnsavedPlace Of(MouId mou) => new("mou-" + mou.Value, "draft");

    public static UnsavedPlace New(string personId, MouId becomes) => new(PartitionOf(personId), becomes.Value);

    internal static string PartitionOf(string personId) => "new-" + personId;
}
