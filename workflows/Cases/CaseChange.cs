using Azure;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>An MOU as its partition had it.</summary>
/// <param name="Head">Of the chain of its events; null where the last change was made before chains were stored.</param>
internal sealed record StandingCase(Mou Mou, ETag ETag, ChainHash? Head);

/// <summary>An effect that is still to be carried out.</summary>
/// <param name="Trace">The W3C context of the request that brought it about, where it was traced.</param>
internal sealed record StandingEffect(Effect Effect, string? Trace);

/// <summary>Everything that one transaction writes.</summary>
/// <param name="Before">The state that was decided on; null where there was none.</param>
internal sealed record CaseChange(
    MouId Id, StandingCase? Before, Mou After, IReadOnlyList<RecordedEvent> Events, CarriedOutCommand Command, IReadOnlyList<Effect> Effects);

/// <summary>That a command was carried out, and what it recorded.</summary>
/// <param name="Try">Tells this call's own transaction from that of another call with the same key.</param>
/// <param name="FirstEvent">With <paramref name="LastEvent"/>: empty where the last comes before the first.</param>
internal sealed record CarriedOutCommand(CommandKey Key, string Try, int FirstEvent, int LastEvent);

/// <summary>Something that cannot be, is: a defect of ours, or a store that somebody wrote into.</summary>
public sealed class BrokenCaseException : Exception
{
    private BrokenCaseException(string message) : base(message) { }

    internal static BrokenCaseException TooMuchAtOnce(MouId id, int actions) =>
        new($"A change of {id} takes {actions} rows, more than one transaction holds.");

    internal static BrokenCaseException EventMissing(MouId id, int number) => new($"{id} has no event {number}.");

    internal static BrokenCaseException ScanMissing(MouId id, ScanHash scan) => new($"{id} keeps the scan {scan.Value}, which is not stored as it was.");

    internal static BrokenCaseException TextMissing(MouId id, TextHash text) => new($"{id} names the text {text.Value}, which is not stored.");

    internal static BrokenCaseException ReferenceMissing(MouId id, string what) => new($"{id} names {what}, which the reference tables do not have.");

    internal static BrokenCaseException ChainBroken(MouId id, int number) =>
        new($"Event {number} of {id} is not what was stored: its link does not follow from the links before it.");
}

/// <summary>So many changed the case at once that this command never got its turn. Nothing was changed; asking again helps.</summary>
public sealed class CaseIsBusyException(MouId id) : Exception($"{id} was changed by others each time it was decided on.");
