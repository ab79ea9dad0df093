using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>What somebody of the association must know of. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertKind>))]
public enum AlertKind
{
    /// <summary>A case lives, and no orchestration looks after it.</summary>
    OrchestrationMissing,
    OrchestrationFailed,
    /// <summary>It stands still, and no administrator stopped it.</summary>
    OrchestrationStopped,
    /// <summary>What follows from a decision is not carried out after a quarter of an hour.</summary>
    EffectsLeft,
    MailGivenUp,
    /// <summary>What is stored of a case cannot be followed.</summary>
    CaseUnreadable,
    /// <summary>A part that the program needs does not answer as it should.</summary>
    PartUnwell,
}

/// <summary>How an alert came to its end. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertEnd>))]
public enum AlertEnd
{
    /// <summary>It is well again, by itself or by somebody's doing.</summary>
    WellAgain,
    /// <summary>It is well since the program started it or nudged it again.</summary>
    TriedAgain,
    /// <summary>What it was about has ended or is gone.</summary>
    Over,
    /// <summary>An administrator saw to it, in a matter that nothing mends by itself.</summary>
    Settled,
}

/// <summary>That an administrator has seen it, and what they say to it.</summary>
public sealed record Acknowledgement(DateTimeOffset At, string PersonId, string Name, string Reason);

/// <summary>One cause for somebody to look: while it is open there is no other of its kind and subject.</summary>
/// <param name="Id">Names it for good; a cause that comes back is another alert.</param>
/// <param name="Subject">A case's id, a mail as "ledger|mail", or a part's name.</param>
public sealed record Alert(string Id, AlertKind Kind, string Subject, DateTimeOffset OpenedAt)
{
    /// <summary>The case that it is about; null where it is about none.</summary>
    public MouId? Mou { get; init; }

    /// <summary>Of the case, where it could be read.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>An error's type, or a word of ours; never a message, which may quote anything.</summary>
    public string? Detail { get; init; }

    /// <summary>How often the program tried to mend it.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>What administrators were told of it by; null: not yet.</summary>
    public string? Notice { get; init; }

    public IReadOnlyList<Acknowledgement> Acknowledgements { get; init; } = [];

    public DateTimeOffset? ClosedAt { get; init; }

    public AlertEnd? End { get; init; }

    /// <summary>What is told together: parts each by themselves, everything else by its kind.</summary>
    internal string NewsKey => Kind == AlertKind.PartUnwell ? $"{Kind}|{Subject}" : Kind.ToString();

    /// <summary>Whether the program may try again: soon at first, then ever less often.</summary>
    internal bool MayBeTried(DateTimeOffset now) => TriedAt is not { } at || now >= at + Pause(Tries);

    private static TimeSpan Pause(int tries) => TimeSpan.FromMinutes(Math.Min(4 * Math.Pow(2, Math.Max(0, tries - 1)), 360));
}
