using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.OfficePortal.Actions;

/// <summary>One thing that an office's people or the desk can do with a case: a form with its fields, and the command that is made of it.</summary>
/// <param name="Name">In addresses: "give-notice".</param>
/// <param name="Command">Says, by <see cref="WhoMayDo"/>, whose it is.</param>
/// <param name="IsOffered">Whether it leads anywhere now. The lifecycle decides; this only keeps pages from offering what it refuses.</param>
/// <param name="Make">Makes the command of what was read.</param>
public sealed record CaseAction(
    string Name, Type Command, Func<Mou, bool> IsOffered, IReadOnlyList<ActionField> Fields, Func<ActionInput, MouCommand> Make)
{
    /// <summary>The text that is meant comes along, so that nobody approves or signs another one than they read.</summary>
    public bool NeedsText { get; init; }

    /// <summary>Of an action on the case's orchestration: how that must be for the action to lead anywhere; null: it is about the case.</summary>
    public IReadOnlyList<OrchestrationFound>? Where { get; init; }

    public bool IsFor(Role role) => WhoMayDo.Table[Command].Contains(role);
}
