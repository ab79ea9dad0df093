using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Asked = LocalDiplomacy.Workflows.Lifecycle.EmbassyReview;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>The steps on the way to an embassy's answer: which can be taken now, and which one stands in the record.</summary>
public static class ReviewSteps
{
    /// <summary>In the order in which the page offers them. A step that the lifecycle would refuse is not offered.</summary>
    public static IReadOnlyList<string> OpenTo(Asked embassy, StageTimes times)
    {
        ArgumentNullException.ThrowIfNull(embassy);
        return embassy.IsOpen ? [.. DecisionFields.Steps.Where(step => IsOpen(step, embassy, times))] : [];
    }

    /// <summary>How often the capital's time can still be extended.</summary>
    public static int ExtensionsLeft(Asked embassy, StageTimes times)
    {
        ArgumentNullException.ThrowIfNull(embassy);
        ArgumentNullException.ThrowIfNull(times);
        return embassy.Standing is EmbassyStanding.AtCapital capital ? Math.Max(0, times.CapitalExtensions - capital.Extensions) : times.CapitalExtensions;
    }

    /// <summary>Whether the record says that this step was taken, and nothing after it took its place.</summary>
    public static bool Stands(string step, Link link, Mou mou) => link.Embassy(mou) is { } embassy && step switch
    {
        DecisionFields.HandOver => link.WasHandedOver(mou),
        DecisionFields.AskForResend => embassy is { IsOpen: true, ResendAskedAt: not null },
        DecisionFields.Acknowledge or DecisionFields.ReturnFromCapital => embassy.Standing is EmbassyStanding.Acknowledged,
        DecisionFields.ReferToCapital => embassy.Standing is EmbassyStanding.AtCapital,
        DecisionFields.ExtendCapital => embassy.Standing is EmbassyStanding.AtCapital { Extensions: > 0 },
        _ => false,
    };

    private static bool IsOpen(string step, Asked embassy, StageTimes times) => step switch
    {
        DecisionFields.Acknowledge => embassy.Standing is EmbassyStanding.NotAcknowledged,
        DecisionFields.ReferToCapital => embassy.Standing is not EmbassyStanding.AtCapital,
        DecisionFields.ExtendCapital => embassy.Standing is EmbassyStanding.AtCapital && ExtensionsLeft(embassy, times) > 0,
        DecisionFields.ReturnFromCapital => embassy.Standing is EmbassyStanding.AtCapital,
        DecisionFields.AskForResend => embassy.ResendAskedAt is null,
        _ => true,
    };
}
