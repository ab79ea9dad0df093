namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>A submission as an office sends it.</summary>
/// <param name="TextHash">The text that is meant.</param>
/// <param name="Central">The ministry's desk, where its review is on; null: the desk of the last round.</param>
/// <param name="WarningsBecause">Why the screening's warnings stand; kept in the record.</param>
public sealed record SubmissionForm(string? TextHash, CentralDeskForm? Central = null, string? WarningsBecause = null);

/// <inheritdoc cref="Lifecycle.CentralDesk"/>
public sealed record CentralDeskForm(string? Name, string? Address);
