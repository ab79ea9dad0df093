namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>Who is to sign, as an office sends it.</summary>
public sealed record SigningForm(string? TextHash, SignerForm? LocalGovernment, SignerForm? Counterparty, string? AgreementStatement);

/// <inheritdoc cref="Lifecycle.Signer"/>
public sealed record SignerForm(string? Name, string? Office, string? Address, string? Language);
