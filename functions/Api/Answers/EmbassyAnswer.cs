using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Asked = LocalDiplomacy.Workflows.Lifecycle.EmbassyReview;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>An embassy's own part in a round, and who else is asked.</summary>
/// <param name="Standing">"not-acknowledged", "acknowledged", "at-capital", "accepted", "changes-requested" or "declined".</param>
/// <param name="AcknowledgeBy">The last day to acknowledge; null where it was done, or no date is set.</param>
/// <param name="AnswerBy">The last day to answer.</param>
/// <param name="ExtensionsLeft">How often the capital's time can still be extended.</param>
/// <param name="ResendAskedAt">When the embassy asked for the document again, while it waits for it.</param>
/// <param name="Steps">What can be done now beside answering.</param>
public sealed record EmbassyPartAnswer(
    EmbassyRole Role, string Standing, DateOnly? AcknowledgeBy, DateOnly AnswerBy, bool Overdue, int ExtensionsLeft,
    DateTimeOffset? ResendAskedAt, IReadOnlyList<string> Steps, IReadOnlyList<OtherEmbassyAnswer> Others)
{
    public static EmbassyPartAnswer Of(Asked embassy, Link link, Mou mou, bool isOpen, IReadOnlyList<OtherEmbassyAnswer> others) => new(
        embassy.Role, StandingOf(embassy.Standing), (embassy.Standing as EmbassyStanding.NotAcknowledged)?.By?.LastDay, embassy.Answer.By.LastDay,
        embassy.Answer.Overdue, ReviewSteps.ExtensionsLeft(embassy, mou.Rules.Times), embassy.ResendAskedAt,
        isOpen && !link.WasHandedOver(mou) ? ReviewSteps.OpenTo(embassy, mou.Rules.Times) : [], others);

    private static string StandingOf(EmbassyStanding standing) => standing switch
    {
        EmbassyStanding.NotAcknowledged => "not-acknowledged",
        EmbassyStanding.Acknowledged => "acknowledged",
        EmbassyStanding.AtCapital => "at-capital",
        EmbassyStanding.Accepted => "accepted",
        EmbassyStanding.ChangesRequested => "changes-requested",
        EmbassyStanding.Declined => "declined",
        _ => throw new InvalidOperationException($"{standing.GetType().Name} has no name."),
    };
}

/// <summary>Another embassy of the same round: that it answered, not what.</summary>
public sealed record OtherEmbassyAnswer(NamedAnswer Mission, EmbassyRole Role, bool Answered);

/// <summary>The answer to a step, the same however often it is sent.</summary>
/// <param name="Device">Only with the answer to a right code: spares the next code of this link for twelve hours.</param>
public sealed record StepRecordedAnswer(string Choice, EmbassyPartAnswer Embassy, StageAnswer Stage, string? Device);

/// <summary>The central review as its reader sees it.</summary>
/// <param name="Mode">"Advisory" or "Binding".</param>
/// <param name="AnswerBy">The last day to answer; null where nothing is asked any more.</param>
/// <param name="Given">What stands in the record.</param>
public sealed record CentralPartAnswer(CentralReviewMode Mode, DateOnly? AnswerBy, bool Overdue, CentralRecord? Given);

/// <summary>What the central review came to. "Lapsed" is no approval.</summary>
/// <param name="Name">Who answered; null where nobody did in time.</param>
public sealed record CentralRecord(CentralAnswer Answer, string? Name, string? Words, DateTimeOffset At)
{
    public static CentralRecord Of(CentralOutcome outcome) => new(outcome.Answer, outcome.Name, outcome.Words, outcome.At);
}

/// <summary>The answer to an answer of the central review, the same however often it is sent.</summary>
/// <param name="Device">Only with the answer to a right code: spares the next code of this link for twelve hours.</param>
public sealed record CentralRecordedAnswer(CentralRecord Answer, StageAnswer Stage, string? Device);
