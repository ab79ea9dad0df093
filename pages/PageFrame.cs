using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages;

/// <summary>What every part of a page knows: the reader's language, and the moment at which the page is written.</summary>
/// <param name="FormProof">What forms carry to show that they are of this site; null for a reader who is not signed in.</param>
public sealed record PageFrame(Language Language, DateTimeOffset Now, string? FormProof = null);
