namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>A draft as an office sends it: nothing is checked yet, anything can be missing.</summary>
public sealed record DraftForm(
    string? Kind,
    Dictionary<string, string>? Title,
    CounterpartyForm? Counterparty,
    string? Mission,
    List<string>? Fields,
    List<string>? Languages,
    string? PrevailingLanguage,
    List<ClauseForm>? Clauses,
    TermForm? Term = null);

/// <summary>How long it is to last; days as 2027-01-31. Nothing in it: without an end.</summary>
/// <inheritdoc cref="Lifecycle.Term"/>
public sealed record TermForm(string? From, int? Months, string? EndsOn, RenewalForm? Renewal);

/// <inheritdoc cref="Lifecycle.RenewalClause"/>
public sealed record RenewalForm(int? Months, int? NoticeMonths);

/// <inheritdoc cref="Lifecycle.Counterparty"/>
public sealed record CounterpartyForm(Dictionary<string, string>? Name, string? Country, Dictionary<string, string>? Place);

/// <inheritdoc cref="Texts.Clause"/>
public sealed record ClauseForm(Dictionary<string, string>? Heading, Dictionary<string, string>? Body);
