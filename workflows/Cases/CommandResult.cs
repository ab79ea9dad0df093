using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>What became of a <see cref="MouRequest"/>. Storage that is away is an exception, not a result.</summary>
public abstract record CommandResult
{
    private CommandResult() { }

    /// <param name="New">What the command recorded; empty where it asked for what already was.</param>
    /// <param name="Repeated">The same command was carried out before: these are its events, beside today's state.</param>
    public sealed record Done(Mou Mou, IReadOnlyList<RecordedEvent> New, bool Repeated) : CommandResult;

    public sealed record Refused(Refusal Why, Mou Mou) : CommandResult;

    public sealed record NotFound : CommandResult;

    /// <summary>Somebody changed it since the caller saw it.</summary>
    public sealed record VersionMismatch(Mou Mou) : CommandResult;

    /// <summary>The key stands for another command.</summary>
    public sealed record KeyUsedForSomethingElse : CommandResult;
}
