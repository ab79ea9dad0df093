namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>A draft as an office sends it: nothing is checked yet, anything can be missing.</summary>
/// <param name="MissionRole">What the leading mission is to the MOU; null: it facilitates.</param>
/// <param name="OtherMissions">Further missions, each with its role.</param>
/// <param name="Term">Null: from the last signature on, without an end.</param>
/// <param name="Budget">What the office set aside; null: nothing, so that the text can promise no sum.</param>
/// <param name="Signing">When and by whom it is to be signed, as far as that is known.</param>
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
    OriginForm? Origin = null,
    BudgetForm? Budget = null,
    PlannedSigningForm? Signing = null);

/// <summary>How long it is to last; days as 2027-01-31. Nothing in it: without an end.</summary>
/// <inheritdoc cref="Lifecycle.Term"/>
public sealed record TermForm(string? From, int? Months, string? EndsOn, RenewalForm? Renewal);

/// <inheritdoc cref="Lifecycle.RenewalClause"/>
public sealed record RenewalForm(int? Months, int? NoticeMonths);

/// <inheritdoc cref="Lifecycle.Counterparty"/>
public sealed record CounterpartyForm(Dictionary<string, string>? Name, string? Country, Dictionary<string, string>? Place);

/// <inheritdoc cref="Texts.Clause"/>
public sealed record ClauseForm(Dictionary<string, string>? Heading, Dictionary<string, string>? Body);

/// <param name="Currency">"KRW", "USD", "EUR", "JPY", "CNY" or "GBP".</param>
public sealed record BudgetForm(decimal? Amount, string? Currency);

/// <param name="On">The day as 2027-01-31.</param>
public sealed record PlannedSigningForm(string? On, PlannedSignerForm? LocalGovernment, PlannedSignerForm? Counterparty);

/// <inheritdoc cref="Lifecycle.PlannedSigner"/>
public sealed record PlannedSignerForm(string? Name, string? Office);

/// <inheritdoc cref="Lifecycle.EmbassyPart"/>
public sealed record MissionPartForm(string? Mission, string? Role);

/// <summary>What a new draft is to an MOU that is there.</summary>
/// <param name="Kind">"Predecessor" for an ended one that is taken up again, "Varied" or "Framework".</param>
public sealed record OriginForm(string? Kind, string? Mou);
