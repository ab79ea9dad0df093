using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What the two sides agreed on how long their MOU lasts.</summary>
/// <param name="From">The day from which it has effect; null: the day of the last signature.</param>
/// <param name="Months">How long, by calendar; null: without an end, or until <paramref name="EndsOn"/>.</param>
/// <param name="EndsOn">The last day, where the text names one.</param>
/// <param name="Renewal">Null: it is not renewed by itself.</param>
public sealed record Term(DateOnly? From, int? Months, DateOnly? EndsOn, RenewalClause? Renewal)
{
    /// <summary>The last day of a term that began then; null: without an end.</summary>
    public DateOnly? EndOf(DateOnly from) => EndsOn ?? (Months is { } months ? from.AddMonths(months) : null);
}

/// <summary>Renewed at its end by so many months, unless a side gave notice so long before.</summary>
public sealed record RenewalClause(int Months, int NoticeMonths);

/// <summary>What was signed.</summary>
/// <param name="Since">The first day on which it has effect.</param>
/// <param name="EndsOn">The last one; null: without an end.</param>
/// <param name="Paper">Null: signed by link, or before this was kept.</param>
public sealed record Instrument(
    int Round, TextHash Text, Signature LocalGovernment, Signature Counterparty, DateOnly Since, DateOnly? EndsOn, RenewalClause? Renewal, PaperSigning? Paper = null)
{
    public Signature On(Side side) => side == Side.LocalGovernment ? LocalGovernment : Counterparty;
}

/// <summary>How it was signed on paper, as the ceremony was set.</summary>
/// <param name="LocalGovernmentAuthority">On what its signer signed; null: the office held.</param>
/// <param name="CounterpartyAuthority">The same of the other side's.</param>
public sealed record PaperSigning(Ceremony Ceremony, string? LocalGovernmentAuthority, string? CounterpartyAuthority)
{
    public string? AuthorityOn(Side side) => side == Side.LocalGovernment ? LocalGovernmentAuthority : CounterpartyAuthority;
}

/// <summary>A variation that took effect.</summary>
/// <param name="Text">What it says.</param>
/// <param name="EndsOn">The last day that it gave the MOU; null: it left the term as it was.</param>
public sealed record VariationTaken(MouId By, TextHash Text, DateOnly On, DateOnly? EndsOn);

/// <summary>The term that a variation gives the MOU, as a whole.</summary>
/// <param name="Renewal">Null: it is not renewed by itself any more.</param>
public sealed record VariedTerm(DateOnly EndsOn, RenewalClause? Renewal);

/// <summary>How it is signed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mode")]
[JsonDerivedType(typeof(Electronic), "electronic")]
[JsonDerivedType(typeof(OnPaper), "on-paper")]
public abstract record SigningMode
{
    private SigningMode() { }

    public sealed record Electronic(ElectronicSigningAgreement Agreement) : SigningMode;

    /// <param name="Closed">Why its day is nobody's or somebody's working day; null or empty: it is everybody's.</param>
    public sealed record OnPaper(Ceremony Ceremony, IReadOnlyList<CeremonyClosure>? Closed = null) : SigningMode;
}

/// <summary>That one MOU has to do with another.</summary>
public sealed record MouLink(MouLinkKind Kind, MouId Other);

/// <summary>What the other MOU is to this one. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MouLinkKind>))]
public enum MouLinkKind
{
    /// <summary>An ended matter that this one takes up again.</summary>
    Predecessor,
    /// <summary>The MOU that this variation changes.</summary>
    Varied,
    /// <summary>The MOU under which this instrument stands.</summary>
    Framework,
    /// <summary>A variation of this one.</summary>
    Variation,
    /// <summary>An instrument under this one.</summary>
    Subsidiary,
    /// <summary>The one that took this one's place.</summary>
    Successor,
}
