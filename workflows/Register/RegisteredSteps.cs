using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>A moment in a case that the register tells: the case as it stood then.</summary>
internal sealed record RegisteredStep(RegisterCause Cause, RecordedEvent Recorded, Mou Mou);

/// <summary>Which of a case's events the public is told of: none before both have signed.</summary>
public static class RegisteredSteps
{
    /// <returns>Null: nothing that the register tells.</returns>
    public static RegisterCause? CauseOf(MouEvent happened, Mou before, Mou after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (after.Stage.Given is null) return null;
        return before.Stage.Given is null ? RegisterCause.Signed : CauseOf(happened);
    }

    /// <summary>Whether the register is to be looked after when this has happened.</summary>
    public static bool AreTakenBy(MouEvent happened, Mou before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return happened is MouEvent.FullySigned or MouEvent.TookEffect || (before.Stage.Given is not null && CauseOf(happened) is not null);
    }

    private static RegisterCause? CauseOf(MouEvent happened) => happened switch
    {
        MouEvent.TookEffect => RegisterCause.TookEffect,
        MouEvent.Renewed or MouEvent.RenewedAutomatically => RegisterCause.Renewed,
        MouEvent.Varied => RegisterCause.Varied,
        MouEvent.Suspended => RegisterCause.Suspended,
        MouEvent.Resumed => RegisterCause.Resumed,
        MouEvent.NoticeGiven => RegisterCause.NoticeGiven,
        MouEvent.Terminated => RegisterCause.Terminated,
        MouEvent.Expired => RegisterCause.Expired,
        MouEvent.Superseded => RegisterCause.Superseded,
        MouEvent.SuccessorConfirmed => RegisterCause.SuccessorConfirmed,
        MouEvent.Corrected => RegisterCause.Corrected,
        MouEvent.TextReleased => RegisterCause.TextReleased,
        MouEvent.TextWithheld => RegisterCause.TextWithheld,
        _ => null,
    };

    /// <summary>In their order.</summary>
    internal static IReadOnlyList<RegisteredStep> Of(MouId id, IEnumerable<RecordedEvent> events)
    {
        var (steps, mou) = (new List<RegisteredStep>(), Mou.NotBegun(id));
        foreach (var recorded in events)
        {
            var after = MouLifecycle.Evolve(mou, recorded);
            if (CauseOf(recorded.Event, mou, after) is { } cause) steps.Add(new(cause, recorded, after));
            mou = after;
        }

        return steps;
    }
}
