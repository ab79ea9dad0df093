namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>A draft as an office sends it: nothing is checked yet, anything can be missing.</summary>
/// <param name="MissionRole">What the leading mission is to the MOU; null: it facilitates.</param>
/// <param name="OtherMissions">Further missions, each with its role.</param>
/// <param name="Term">Null: from the last signature on, without an end.</param>
/// <param name="Origin">Of a draft that is begun from another MOU; a draft that is there keeps its own.</param>
public sealed record DraftForm(
    string? Kind,
    Dictionary<string, string>? Title,
    CounterpartyForm? Counterparty,
    string? Mission,
    List<string>? Fields,
    List<string>? Languages,
    string? PrevailingLanguage,
    List<ClauseForm>? Clauses,
    string? MissionRole = null,
    List<MissionPartForm>? OtherMissions = null,
    TermForm? Term = null,
    OriginForm? Origin = null);

/// <summary>How long it is to last; days as 2027-01-31. Nothing in it: without an end.</summary>
/// <inheritdoc cref="Lifecycle.Term"/>
public sealed record TermForm(string? From, int? Months, string? EndsOn, RenewalForm? Renewal);

/// <inheritdoc cref="Lifecycle.RenewalClause"/>
public sealed record RenewalForm(int? Months, int? NoticeMonths);

/// <inheritdoc cref="Lifecycle.Counterparty"/>
public sealed record CounterpartyForm(Dictionary<string, string>? Name, string? Country, Dictionary<string, string>? Place);

/// <inheritdoc cref="Texts.Clause"/>
public sealed record ClauseForm(Dictionary<string, string>? Heading, Dictionary<string, string>? Body);

/// <inheritdoc cref="Lifecycle.EmbassyPart"/>
public sealed record MissionPartForm(string? Mission, string? Role);

/// <summary>What a new draft is to an MOU that is there.</summary>
/// <param name="Kind">"Predecessor" for an ended one that is taken up again, "Varied" or "Framework".</param>
public sealed record OriginForm(string? Kind, string? Mou);
