using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.OfficePortal.Choices;

/// <summary>One of many that a form offers, found by typing a part of any of its names.</summary>
/// <param name="Id">What the form then sends.</param>
/// <param name="Detail">What tells it from others of the same name: a mission's country, a district's province.</param>
/// <param name="Counterparty">Where a counterparty is offered.</param>
public sealed record Choice(string Id, LocalizedText Name, LocalizedText Detail, Counterparty? Counterparty = null);
