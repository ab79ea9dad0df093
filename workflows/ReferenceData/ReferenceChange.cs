using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What a revision of a reference table was. Discriminators are stored: never edited, only added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(Loaded), "loaded.v1")]
[JsonDerivedType(typeof(Added), "added.v1")]
[JsonDerivedType(typeof(Replaced), "replaced.v1")]
[JsonDerivedType(typeof(Imported), "imported.v1")]
[JsonDerivedType(typeof(ContactProposed), "contact-proposed.v1")]
[JsonDerivedType(typeof(ContactWithdrawn), "contact-withdrawn.v1")]
[JsonDerivedType(typeof(ContactConfirmed), "contact-confirmed.v1")]
public abstract record ReferenceChange
{
    private ReferenceChange() { }

    /// <summary>The rows that came with the program.</summary>
    public sealed record Loaded(string Edition) : ReferenceChange;

    public sealed record Added : ReferenceChange;

    public sealed record Replaced : ReferenceChange;

    /// <summary>Rows of one file, all at once.</summary>
    public sealed record Imported(int AddedRows, int ChangedRows) : ReferenceChange;

    public sealed record ContactProposed(ContactProposal Proposal) : ReferenceChange;

    /// <summary>By the one who proposed it, or by another administrator who would not confirm it.</summary>
    public sealed record ContactWithdrawn(ContactProposal Proposal) : ReferenceChange;

    /// <param name="Former">Null: there was none.</param>
    public sealed record ContactConfirmed(ContactProposal Proposal, EmailAddress? Former) : ReferenceChange;

    /// <summary>Somebody is told of it by mail.</summary>
    [JsonIgnore]
    public bool IsTold => this is ContactProposed or ContactConfirmed;
}

/// <summary>One change of a reference table, as its log keeps it for good: one row of storage, however many rows it changed.</summary>
/// <param name="Number">Dense, from 1.</param>
/// <param name="Reason">In the author's words; null where none was asked for.</param>
/// <param name="Rows">The changed rows as they are from then on.</param>
public sealed record Revision<TRow>(
    int Number, DateTimeOffset At, Author By, ReferenceChange What, string? Reason, IReadOnlyList<TRow> Rows);

/// <summary>A row as it is now.</summary>
/// <param name="Version">The revision that it last changed in.</param>
public sealed record Standing<TRow>(TRow Row, int Version);
