using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>A command on its way to an MOU.</summary>
/// <param name="ExpectedVersion">Where the caller saw the MOU (If-Match); null where any version will do.</param>
public sealed record MouRequest(MouId Id, MouCommand Command, Actor By, CommandKey Key, int? ExpectedVersion = null);
