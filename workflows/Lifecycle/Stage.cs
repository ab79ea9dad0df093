using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Where an MOU stands. A stage holds what that stage needs and nothing else; "not yet" is another stage.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(NotBegun), "not-begun")]
[JsonDerivedType(typeof(Drafting), "draft")]
[JsonDerivedType(typeof(UnderReview), "under-review")]
[JsonDerivedType(typeof(Agreed), "agreed")]
[JsonDerivedType(typeof(Signing), "signing")]
[JsonDerivedType(typeof(InEffect), "in-effect")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
public abstract record Stage
{
    private Stage() { }

    /// <summary>Before the first event.</summary>
    public sealed record NotBegun : Stage;

    /// <param name="Round">The round that the next submission opens, from 1.</param>
    /// <param name="IdleReminderAt">When a draft that nobody touched reminds its office.</param>
    public sealed record Drafting(int Round, DateTimeOffset IdleReminderAt) : Stage;

    /// <param name="Reminded">The numbers of working days before the deadline for which a reminder went out.</param>
    public sealed record UnderReview(
        int Round, TextHash Text, Reviewer Reviewer, Deadline AnswerBy, IReadOnlyList<int> Reminded, bool Overdue,
        DateTimeOffset? LinkReissuedAt) : Stage;

    /// <param name="Text">Frozen: this text and no other is signed.</param>
    public sealed record Agreed(int Round, TextHash Text, Deadline SetSigningBy, bool Overdue) : Stage;

    /// <param name="OneSidedAlertAt">When a signature that stands alone is brought to the office's attention.</param>
    public sealed record Signing(
        int Round, TextHash Text, SigningSide LocalGovernment, SigningSide Counterparty,
        ElectronicSigningAgreement Agreement, DateTimeOffset OneSidedAlertAt, bool Alerted) : Stage
    {
        public SigningSide On(Side side) => side == Side.LocalGovernment ? LocalGovernment : Counterparty;
    }

    public sealed record InEffect(int Round, TextHash Text, DateOnly Since, Signature LocalGovernment, Signature Counterparty) : Stage;

    public sealed record Declined(int Round, TextHash Text, string OfficerName, string? Reason, bool ReasonIsPublic) : Stage;

    public sealed record Withdrawn(string Reason) : Stage;

    /// <summary>The stage's stored name, also its name in the API: "under-review".</summary>
    [JsonIgnore]
    public StageName Name => this switch
    {
        NotBegun => StageName.NotBegun,
        Drafting => StageName.Draft,
        UnderReview => StageName.UnderReview,
        Agreed => StageName.Agreed,
        Signing => StageName.Signing,
        InEffect => StageName.InEffect,
        Declined => StageName.Declined,
        Withdrawn => StageName.Withdrawn,
        _ => throw new InvalidOperationException($"{GetType().Name} has no name."),
    };

    /// <summary>Nothing leads out of it, but the record stays.</summary>
    [JsonIgnore]
    public bool IsEnd => this is InEffect or Declined or Withdrawn;
}

/// <summary>One side of a signing: who is asked, and what they gave.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "side")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Signed), "signed")]
public abstract record SigningSide(Signer Signer)
{
    public sealed record Asked(Signer Signer, DateTimeOffset? LinkReissuedAt) : SigningSide(Signer);

    public sealed record Signed(Signer Signer, Signature Signature) : SigningSide(Signer);
}

/// <summary>The stages' names, as lists, the API and the pages' words use them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StageName>))]
public enum StageName { NotBegun, Draft, UnderReview, Agreed, Signing, InEffect, Declined, Withdrawn }
