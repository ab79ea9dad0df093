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
    List<ClauseForm>? Clauses);

/// <inheritdoc cref="Lifecycle.Counterparty"/>
public sealed record CounterpartyForm(Dictionary<string, string>? Name, string? Country, Dictionary<string, string>? Place);

/// <inheritdoc cref="Texts.Clause"/>
public sealed record ClauseForm(Dictionary<string, string>? Heading, Dictionary<string, string>? Body);
