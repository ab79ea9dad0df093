using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Field">Its path as the form has it: "clauses[2].body.fr".</param>
public sealed record FieldProblem(string Field, FieldFault Fault);

/// <summary>The kinds of fault. Each has a sentence in four languages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldFault>))]
public enum FieldFault
{
    /// <summary>Nothing is there, or only blanks.</summary>
    Missing,
    /// <summary>No such kind, field, country, mission or language.</summary>
    Unknown,
    /// <summary>It is not in the form that is asked for.</summary>
    Malformed,
    /// <summary>One field is longer than it may be.</summary>
    TooLong,
    /// <summary>All language versions together are longer than 200,000 characters.</summary>
    TextTooLong,
    /// <summary>More entries than there may be.</summary>
    TooMany,
    /// <summary>A clause or title lacks this language of the text.</summary>
    LanguageVersionMissing,
    /// <summary>A text has two or three languages.</summary>
    TooFewLanguages,
    /// <summary>A text has two or three languages.</summary>
    TooManyLanguages,
    /// <summary>It is there twice.</summary>
    Duplicate,
    /// <summary>This language is none of the text's.</summary>
    NotInLanguages,
    /// <summary>The counterparty's country is not one that the mission stands for.</summary>
    CountryOutsideMission,
    /// <summary>It holds control characters.</summary>
    ControlCharacters,
    /// <summary>An administrative district or city: a part of a local government, and none itself.</summary>
    NotALocalGovernment,
    /// <summary>The last day is before the first.</summary>
    EndsBeforeStart,
    /// <summary>Successors are named, and no last day.</summary>
    EndMissing,
    /// <summary>It names what it can never be changed from.</summary>
    CannotChange,
    /// <summary>The country has another name by now.</summary>
    FormerCountryName,
    /// <summary>It begins with = + - or @, which a spreadsheet takes for a formula.</summary>
    LooksLikeFormula,
    /// <summary>An address for reviews changes on the mission's page, by two administrators.</summary>
    NeedsSecondAdministrator,
    /// <summary>Somebody changed it after the file was exported.</summary>
    ChangedSinceExport,
    /// <summary>The file lacks this column.</summary>
    ColumnMissing,
    /// <summary>The table has no such column.</summary>
    ColumnUnknown,
    /// <summary>The line has more or fewer cells than the first.</summary>
    WrongCellCount,
    /// <summary>The file is not text in UTF-8.</summary>
    NotUtf8,
    /// <summary>From here on it cannot be read as CSV: a quote is open.</summary>
    NotCsv,
    /// <summary>It holds a letter that no font for printing has.</summary>
    NotPrintable,
    /// <summary>A time is a whole number of days from 1 to 3,650.</summary>
    DaysOutOfRange,
    /// <summary>It is a whole number from 0 to 3,650.</summary>
    NumberOutOfRange,
    /// <summary>It is a whole number of years from 1 to 1,000.</summary>
    YearsOutOfRange,
    /// <summary>A rule about a council, and not the law or ordinance that it is in.</summary>
    LegalBasisMissing,
    /// <summary>No local government has this id.</summary>
    NoSuchLocalGovernment,
    /// <summary>Several local governments have this name.</summary>
    SeveralOfThisName,
    /// <summary>The local government did not exist on the day of the signature.</summary>
    NotThereThen,
    /// <summary>A day of a signature lies ahead, or in a time before there were any.</summary>
    DayNotPossible,
    /// <summary>The register has no entry of this number.</summary>
    NoSuchEntry,
    /// <summary>The register has this tie, and says something else of it.</summary>
    RegisteredAlready,
    /// <summary>The entry was made by a case, and only the case changes it.</summary>
    ComesFromACase,
    /// <summary>The file has no content.</summary>
    EmptyFile,
    /// <summary>A scan is at most 20 MB.</summary>
    FileTooLarge,
    /// <summary>A picture of more than 400 million pixels.</summary>
    PictureTooLarge,
    /// <summary>It is neither a PDF nor a PNG, JPEG or TIFF picture.</summary>
    NotAScan,
    /// <summary>Its content is not what its name or its declared type says.</summary>
    MislabelledFile,
    /// <summary>A PDF that needs a key to be read.</summary>
    EncryptedFile,
    /// <summary>It does not hold together: cut off, or changed.</summary>
    DamagedFile,
    /// <summary>A PDF with scripts, launch actions, forms or files within.</summary>
    ActiveFile,
    /// <summary>Somebody signs in with this address, or is to.</summary>
    AddressInUse,
    /// <summary>A role of the association's people for somebody of an office, or the other way round.</summary>
    RoleElsewhere,
    /// <summary>A key holds from 1 to 365 days.</summary>
    KeyDaysOutOfRange,
}
