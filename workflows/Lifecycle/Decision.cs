namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What came of a command.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>What is to be recorded. Empty where the command was carried out before, or asks for what already is.</summary>
    public sealed record Events(IReadOnlyList<MouEvent> New) : Decision;

    /// <summary>Refused by the rules: people click late every day, so this is an answer and no error.</summary>
    public sealed record Refused(Refusal Why) : Decision;
}

/// <summary>Why a command was refused. Each has a sentence in four languages, the same on pages and in JSON.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<Refusal>))]
public enum Refusal
{
    /// <summary>There is nothing under this id yet.</summary>
    NotBegun,
    /// <summary>It exists already, with other content.</summary>
    AlreadyExists,
    /// <summary>The text is at the embassy: it cannot be edited until the round ends.</summary>
    TextIsUnderReview,
    /// <summary>The text is agreed and frozen.</summary>
    TextIsFrozen,
    /// <summary>The draft changed since: what was submitted is not what stands there now.</summary>
    TextChanged,
    /// <summary>It is with the embassy already.</summary>
    AlreadySubmitted,
    /// <summary>No round is open: the office is drafting.</summary>
    NotUnderReview,
    /// <summary>A later round took this one's place.</summary>
    RoundIsOver,
    /// <summary>Somebody decided this round first.</summary>
    AlreadyDecided,
    /// <summary>A request for changes needs its reason.</summary>
    ReasonMissing,
    /// <summary>A name is needed.</summary>
    NameMissing,
    /// <summary>The text is not agreed yet.</summary>
    NotAgreed,
    /// <summary>Signers have not been asked yet.</summary>
    SigningNotOpen,
    /// <summary>This side has signed.</summary>
    AlreadySigned,
    /// <summary>Both signers must have a name, an office and an address of their own.</summary>
    SignerIncomplete,
    /// <summary>Without both sides' consent to sign electronically nobody may be asked to.</summary>
    ElectronicSigningNotAgreed,
    /// <summary>The two signers cannot share one address.</summary>
    SignersShareAddress,
    /// <summary>A link was sent less than ten minutes ago.</summary>
    LinkSentJustNow,
    /// <summary>This person has no part in the present stage.</summary>
    HolderHasNoLink,
    /// <summary>It is in effect: that is ended by notice, not by withdrawing.</summary>
    InEffect,
    /// <summary>It was declined.</summary>
    WasDeclined,
    /// <summary>It was withdrawn.</summary>
    WasWithdrawn,
}
