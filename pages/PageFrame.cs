using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages;

/// <summary>What every part of a page knows: the reader's language, and the moment at which the page is written.</summary>
public sealed record PageFrame(Language Language, DateTimeOffset Now);
