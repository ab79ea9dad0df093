using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>What the holder of a link sees: who asks what of whom, the text, and what was answered.</summary>
/// <param name="State">"open", or "answered" when this link has given its answer.</param>
/// <param name="Choices">What can be answered now; empty when nothing can.</param>
/// <param name="Intent">For a signer: the sentence that is kept with the signature.</param>
/// <param name="MaskedAddress">Where a code goes to.</param>
/// <param name="Embassy">For an embassy: its own part in the round.</param>
/// <param name="CentralReview">For the ministry's reviewer.</param>
/// <param name="Scans">For the ministry's reviewer too, once the office has reported the signing.</param>
public sealed record LinkAnswer(
    LinkHolder Holder,
    string State,
    int Round,
    NamedAnswer Office,
    NamedAnswer Mission,
    MouKind Kind,
    LocalizedText Title,
    CounterpartyAnswer Counterparty,
    StageAnswer Stage,
    TextAnswer Text,
    TextHash? PreviousTextHash,
    IReadOnlyList<string> Choices,
    string? Intent,
    string MaskedAddress,
    DecisionRecord? Decision,
    SignatureRecord? Signature,
    EmbassyPartAnswer? Embassy,
    CentralPartAnswer? CentralReview,
    IReadOnlyList<Scan> Scans);

/// <summary>A decision as it stands in the record.</summary>
public sealed record DecisionRecord(
    int Round, ReviewChoice Choice, string Name, string? Reason, bool ReasonIsPublic, TextHash TextHash, DateTimeOffset At)
{
    public static DecisionRecord Of(Round round, RoundOutcome outcome) => new(
        round.Number, outcome.Choice, outcome.OfficerName, outcome.Reason, outcome.ReasonIsPublic, round.Text, outcome.At);
}

/// <summary>A signature as it stands in the record.</summary>
public sealed record SignatureRecord(Side Side, string Name, string Office, string Intent, TextHash TextHash, DateTimeOffset At)
{
    public static SignatureRecord Of(Signature signature) =>
        new(signature.Side, signature.Name, signature.Office, signature.Intent, signature.Text, signature.SignedAt);
}

/// <summary>The answer to a decision, the same however often it is sent.</summary>
/// <param name="Device">Only with the answer to a right code: spares the next code of this link for twelve hours.</param>
public sealed record DecisionAnswer(DecisionRecord Decision, StageAnswer Stage, string? Device);

/// <inheritdoc cref="DecisionAnswer"/>
public sealed record SignatureAnswer(SignatureRecord Signature, StageAnswer Stage, string? Device);

/// <summary>What a dead link still tells its holder.</summary>
public sealed record MatterAnswer(LocalizedText Title, StageAnswer Stage, DecisionRecord? Decision, SignatureRecord? Signature, CentralRecord? CentralReview);

/// <summary>A code is on its way, or was a moment ago.</summary>
/// <param name="NextAt">When the next one can be asked for, where none was sent now.</param>
public sealed record CodeAnswer(string MaskedAddress, bool SentNow, DateTimeOffset? NextAt);

/// <summary>A fresh link is on its way to the address on file.</summary>
public sealed record FreshLinkAnswer(LinkHolder Holder);
