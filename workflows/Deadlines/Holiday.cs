using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>A public holiday of government offices in Korea. Sundays are holidays too, and are not listed.</summary>
/// <param name="Name">In ko, en, fr and es; the Korean name is the official calendar's.</param>
/// <param name="LegalBasis">The rule that makes it one, as an office cites it, in Korean.</param>
public sealed record Holiday(DateOnly Day, LocalizedText Name, HolidayKind Kind, string LegalBasis);

/// <summary>What makes a day a holiday.</summary>
public enum HolidayKind
{
    /// <summary>Named by the Regulations on Holidays of Government Offices, art. 2; computed.</summary>
    Statutory,

    /// <summary>Instead of one that fell on a weekend or on another one, art. 3; computed.</summary>
    Substitute,

    /// <summary>Polling day of an election at the end of a term; from data/holidays.csv.</summary>
    Election,

    /// <summary>Set by the government for once; from data/holidays.csv.</summary>
    Appointed,
}
