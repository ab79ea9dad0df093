using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>Whether something is in the reference tables on the day of the screening.</summary>
public enum Standing { Present, Unknown, NoLongerThere }

/// <summary>A sum of money.</summary>
/// <param name="Currency">ISO 4217: "KRW".</param>
public sealed record Money(decimal Amount, string Currency)
{
    /// <summary>Those in which a text's sums are found.</summary>
    public static readonly IReadOnlyList<string> Currencies = ["KRW", "USD", "EUR", "JPY", "CNY", "GBP"];
}

/// <summary>Who is to sign, as far as it is known when the text is screened.</summary>
public sealed record NamedSigner(string Name, string? Office);

/// <summary>What screening has to know beside the text. Gathered before, so that the rules stay pure.</summary>
/// <param name="OfficeName">In every language that it is known in.</param>
/// <param name="Budget">What the office set aside; null: nothing, so that no sum can be promised.</param>
/// <param name="RequiredLanguages">That the association's settings ask of a text of this kind.</param>
/// <param name="Unprintable">Letters of the text and of its names that no font has.</param>
/// <param name="SameTieInEffect">The office and this counterparty have a tie of this kind in effect already.</param>
public sealed record ScreeningFacts(
    Standing Office,
    LocalizedText OfficeName,
    Standing Mission,
    bool MissionStandsForCountry,
    Money? Budget,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    IReadOnlyList<NamedSigner> Signers,
    DateOnly? SigningOn,
    bool SameTieInEffect,
    IReadOnlyList<Language> RequiredLanguages,
    IReadOnlyList<MissingLetters> Unprintable);
