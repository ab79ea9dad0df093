using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>The kinds of agreement. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MouKind>))]
public enum MouKind { Sisterhood, Friendship, Field, LetterOfIntent, Variation, SubsidiaryInstrument }

/// <summary>Fields of cooperation. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CooperationField>))]
public enum CooperationField
{
    Administration, Personnel, CultureAndArts, YouthAndEducation, Sport, EconomyAndTrade,
    Tourism, Environment, ScienceAndTechnology, Health, Other,
}

/// <summary>The same words in several languages.</summary>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed record LocalizedText(IReadOnlyDictionary<Language, string> ByLanguage)
{
    public static readonly LocalizedText Empty = new(new Dictionary<Language, string>());

    public static LocalizedText Of(params (Language Language, string Text)[] texts) =>
        new(texts.ToDictionary(t => t.Language, t => t.Text));

    /// <summary>The words in this language, else in English, else in Korean, else in any, else nothing.</summary>
    public string In(Language language) =>
        ByLanguage.TryGetValue(language, out var exact) ? exact
        : ByLanguage.TryGetValue(Language.English, out var english) ? english
        : ByLanguage.TryGetValue(Language.Korean, out var korean) ? korean
        : ByLanguage.Values.FirstOrDefault() ?? "";

    public bool Equals(LocalizedText? other) =>
        other is not null && ByLanguage.Count == other.ByLanguage.Count
        && ByLanguage.All(p => other.ByLanguage.TryGetValue(p.Key, out var text) && text == p.Value);

    public override int GetHashCode() => ByLanguage.Count;
}

/// <summary>The foreign local government, body or organisation. The embassy is rarely the party.</summary>
/// <param name="Name">Its name, at least in one language of the text.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Place">The city or region, where it is not the name itself.</param>
public sealed record Counterparty(LocalizedText Name, string Country, LocalizedText Place);

/// <summary>What an MOU is, beside its text.</summary>
/// <param name="Title">In every language of the text.</param>
/// <param name="Mission">The mission that reviews, and leads where several do.</param>
/// <param name="Languages">Two or three, the order in which the office shows them.</param>
/// <param name="PrevailingLanguage">The version that prevails where they differ; null where all are equally authentic.</param>
/// <param name="MissionRole">What the leading mission is to the MOU.</param>
/// <param name="OtherMissions">Null or empty: one mission alone.</param>
/// <param name="Term">Null: in effect from the last signature on, without an end.</param>
/// <param name="Budget">What the office set aside for it; null: nothing, so that its text can promise no sum.</param>
/// <param name="Signing">When and by whom it is to be signed, as far as that is known; null: nothing is.</param>
public sealed record Particulars(
    MouKind Kind,
    LocalizedText Title,
    Counterparty Counterparty,
    MissionId Mission,
    IReadOnlyList<CooperationField> Fields,
    IReadOnlyList<Language> Languages,
    Language? PrevailingLanguage,
    EmbassyRole MissionRole = EmbassyRole.Facilitator,
    IReadOnlyList<EmbassyPart>? OtherMissions = null,
    Term? Term = null,
    Money? Budget = null,
    SigningPlan? Signing = null)
{
    /// <summary>What a mission is to this MOU; null: it has no part in it.</summary>
    public EmbassyRole? RoleOf(MissionId mission) =>
        mission == Mission ? MissionRole : OtherMissions?.FirstOrDefault(other => other.Mission == mission)?.Role;

    /// <summary>Lists in records compare by reference, and a draft that is saved unchanged must not become an event.</summary>
    public bool SaysTheSameAs(Particulars other) =>
        this with { Fields = other.Fields, Languages = other.Languages, OtherMissions = other.OtherMissions } == other
        && Fields.SequenceEqual(other.Fields) && Languages.SequenceEqual(other.Languages)
        && (OtherMissions ?? []).SequenceEqual(other.OtherMissions ?? []);
}

/// <summary>What is planned of a signing while the text is still a draft. The signing itself is prepared once the text is agreed.</summary>
public sealed record SigningPlan(DateOnly? On, PlannedSigner? LocalGovernment, PlannedSigner? Counterparty);

/// <param name="Office">Null where nobody named it: screening asks for it.</param>
public sealed record PlannedSigner(string Name, string? Office);

/// <summary>Who reviews for a mission: the address on file when the round was opened, and the language to write in.</summary>
/// <param name="Name">Known of a colleague to whom a review was handed over.</param>
/// <param name="ClosedDays">
/// The mission's own, as the table of missions had them when the round was opened: nobody is written to on these. Null in rounds
/// of before they were kept.
/// </param>
public sealed record Reviewer(
    MissionId Mission, EmailAddress Address, Language Language, string? Name = null, IReadOnlyList<ClosedDay>? ClosedDays = null)
{
    /// <summary>When the reader works.</summary>
    [JsonIgnore]
    public WorkingCalendar Calendar => WorkingCalendar.OfMission(ClosedDays);

    public bool Equals(Reviewer? other) =>
        other is not null && (Mission, Address, Language, Name) == (other.Mission, other.Address, other.Language, other.Name)
        && (ClosedDays ?? []).SequenceEqual(other.ClosedDays ?? []);

    public override int GetHashCode() => HashCode.Combine(Mission, Address, Language, Name, ClosedDays?.Count ?? 0);
}

/// <summary>The two sides of an MOU.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Side>))]
public enum Side { LocalGovernment, Counterparty }

/// <summary>Who is to sign for a side, by link to an address of their own; on paper the address may be empty.</summary>
/// <param name="Authority">On what they sign: null is the office held, else a letter.</param>
public sealed record Signer(Side Side, string Name, string Office, EmailAddress Address, Language Language, string? Authority = null);

/// <summary>
/// Both sides' consent to sign electronically, without which nobody may be asked to (Electronic Signatures Act, art. 3).
/// </summary>
/// <param name="Statement">How and when the counterparty agreed, in the office's words.</param>
public sealed record ElectronicSigningAgreement(string Statement);

/// <summary>What a signer gave: kept with the record for good.</summary>
/// <param name="Intent">The sentence of intent as it stood on the page, in the signer's language; empty on paper.</param>
/// <param name="OnPaper">Recorded by the office from a signed original.</param>
public sealed record Signature(Side Side, string Name, string Office, string Intent, TextHash Text, DateTimeOffset SignedAt, bool OnPaper = false);

/// <summary>Writes <see cref="LocalizedText"/> as a plain object: {"ko":"…","en":"…"}.</summary>
public sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
        new(System.Text.Json.JsonSerializer.Deserialize<Dictionary<Language, string>>(ref reader, options) ?? []);

    public override void Write(System.Text.Json.Utf8JsonWriter writer, LocalizedText value, System.Text.Json.JsonSerializerOptions options) =>
        System.Text.Json.JsonSerializer.Serialize(writer, value.ByLanguage, options);
}
