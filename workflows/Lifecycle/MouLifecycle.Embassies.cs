using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Rounds of review: each embassy that was asked answers for itself. The round is agreed when all that are still asked accepted.
public static partial class MouLifecycle
{
    private static Decision? DecideReview(MouCommand command, Mou mou, DateTimeOffset now) =>
        FoundArrived(command, mou, now) is { } arrived && ApplyInRound(mou, (Stage.UnderReview)mou.Stage, arrived, now) is { } there
            && DecideInReview(command, there, now) is Decision.Events { New: [_, ..] happened }
            ? Happened([arrived, .. happened]) : DecideInReview(command, mou, now);

    private static Decision? DecideInReview(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        Acknowledge acknowledge => DecideAcknowledge(acknowledge, mou),
        AcceptText accept => DecideAccept(accept, mou, now),
        RequestChanges request => DecideRequestChanges(request, mou),
        DeclineReview decline => DecideDecline(decline, mou, now),
        HandOver handOver => DecideHandOver(handOver, mou),
        AskForResend ask => DecideAskForResend(ask, mou),
        Resend resend => DecideResend(resend, mou, now),
        ResendToCentral resend => DecideResendToCentral(resend, mou, now),
        _ => DecideCapital(command, mou, now) ?? DecideComments(command, mou),
    };

    private static Decision DecideAcknowledge(Acknowledge acknowledge, Mou mou) => InRound(
        mou, acknowledge.Round, acknowledge.Mission, acknowledge.OfficerName, (_, embassy) => embassy.Standing is EmbassyStanding.NotAcknowledged
            ? Happened(new ReviewAcknowledged(acknowledge.Round, embassy.Mission, acknowledge.OfficerName.Trim()))
            : Nothing);

    private static Decision DecideAccept(AcceptText accept, Mou mou, DateTimeOffset now) => Answer(
        mou, accept.Round, accept.Text, accept.Mission, new(ReviewChoice.Accepted, accept.OfficerName, null, true),
        (review, embassy) => review.Embassies.Any(other => other != embassy && other.IsOpen)
            ? new EmbassyAccepted(accept.Round, accept.Text, embassy.Mission, accept.OfficerName.Trim())
            : new TextAccepted(accept.Round, accept.Text, accept.OfficerName.Trim(), SetSigningBy(mou, now), embassy.Mission));

    private static Deadlines.Deadline SetSigningBy(Mou mou, DateTimeOffset now) => Clocks.InDays(now, mou.Rules.Times.SetSigningDays);

    private static Decision DecideRequestChanges(RequestChanges request, Mou mou) => Answer(
        mou, request.Round, request.Text, request.Mission, new(ReviewChoice.ChangesRequested, request.OfficerName, request.Reason, request.ReasonIsPublic),
        (_, embassy) => new ChangesRequested(
            request.Round, request.Text, request.OfficerName.Trim(), request.Reason.Trim(), request.ReasonIsPublic, embassy.Mission));

    private static Decision DecideDecline(DeclineReview decline, Mou mou, DateTimeOffset now)
    {
        var decision = Answer(
            mou, decline.Round, decline.Text, decline.Mission, new(ReviewChoice.Declined, decline.OfficerName, decline.Reason, decline.ReasonIsPublic),
            (review, embassy) => GoesOnWithout(embassy, review, mou)
                ? new EmbassyDeclined(decline.Round, decline.Text, embassy.Mission, decline.OfficerName.Trim(), Blank(decline.Reason), decline.ReasonIsPublic)
                : new ReviewDeclined(decline.Round, decline.Text, decline.OfficerName.Trim(), Blank(decline.Reason), decline.ReasonIsPublic, embassy.Mission));
        // Where it was the last that was waited for, the acceptances of the others stand now.
        return decision is Decision.Events { New: [EmbassyDeclined left] } && LastAcceptance(left, mou) is { } accepted
            ? Happened(left, new TextAccepted(left.Round, left.Text, accepted.Standing.OfficerName, SetSigningBy(mou, now), accepted.Mission))
            : decision;
    }

    /// <summary>An embassy that only facilitates or witnesses beside the leading one may leave; a signatory and the leading one end the matter.</summary>
    private static bool GoesOnWithout(EmbassyReview embassy, Stage.UnderReview review, Mou mou) =>
        embassy.Role != EmbassyRole.Signatory && embassy.Mission != mou.Particulars.Mission && review.Embassies.Count > 1;

    private static (MissionId Mission, EmbassyStanding.Accepted Standing)? LastAcceptance(EmbassyDeclined left, Mou mou)
    {
        EmbassyReview[] others = [.. ((Stage.UnderReview)mou.Stage).Embassies.Where(other => other.Mission != left.Mission)];
        if (others.Any(other => other.IsOpen)) return null;
        return others.Where(other => other.Standing is EmbassyStanding.Accepted)
            .Select(other => (other.Mission, (EmbassyStanding.Accepted)other.Standing)).MaxBy(other => other.Item2.At);
    }

    private static Decision DecideHandOver(HandOver handOver, Mou mou)
    {
        if (mou.Stage is Stage.UnderReview open && open.Of(handOver.To.Mission)?.Reviewer is { } asked && asked == WithDaysOf(asked, handOver.To)) return Nothing;
        return InRound(mou, handOver.Round, handOver.To.Mission, handOver.OfficerName, (_, embassy) =>
            IsBlank(handOver.To.Name) ? Refuse(Refusal.NameMissing)
            : IsBlank(handOver.To.Address.Value) ? Refuse(Refusal.AddressMissing)
            : handOver.To.Address == embassy.Reviewer.Address ? Refuse(Refusal.HandedToTheSame)
            : Happened(new ReviewHandedOver(handOver.Round, embassy.Mission, handOver.OfficerName.Trim(), WithDaysOf(embassy.Reviewer, handOver.To))));
    }

    /// <summary>A colleague works in the same house, on the same days.</summary>
    private static Reviewer WithDaysOf(Reviewer asked, Reviewer colleague) => colleague with { ClosedDays = asked.ClosedDays };

    private static Decision DecideAskForResend(AskForResend ask, Mou mou) => InRound(
        mou, ask.Round, ask.Mission, ask.OfficerName, (_, embassy) =>
            embassy.ResendAskedAt is not null ? Nothing
            : IsBlank(ask.What) ? Refuse(Refusal.ReasonMissing)
            : Happened(new ResendRequested(ask.Round, embassy.Mission, ask.OfficerName.Trim(), ask.What.Trim())));

    /// <summary>The first answer of a round counts; the same answer again is answered as the first was; any other is told the truth.</summary>
    private static Decision Answer(
        Mou mou, int round, TextHash text, MissionId? mission, Given given, Func<Stage.UnderReview, EmbassyReview, MouEvent> record)
    {
        var who = mission ?? mou.Particulars.Mission;
        if (mou.RoundNumbered(round) is { Outcome: { } outcome } ended) return AfterRound(ended, outcome, who, mou, given);
        return InRound(mou, round, who, given.Name, (review, embassy) =>
            review.Text != text ? Refuse(Refusal.TextChanged)
            : given.Choice == ReviewChoice.ChangesRequested && IsBlank(given.Reason) ? Refuse(Refusal.ReasonMissing)
            : Happened(record(review, embassy)), given);
    }

    private sealed record Given(ReviewChoice Choice, string Name, string? Reason, bool ReasonIsPublic);

    private static Decision AfterRound(Round round, RoundOutcome outcome, MissionId who, Mou mou, Given given)
    {
        if (outcome.Choice == ReviewChoice.WithdrawnByOffice) return Refuse(Refusal.WasWithdrawn);
        if ((outcome.Mission ?? mou.Particulars.Mission) == who && IsRepeated(outcome, given)) return Nothing;
        var own = round.Embassies.FirstOrDefault(embassy => embassy.Mission == who);
        return own is not null && IsRepeated(own.Standing, given) ? Nothing : Refuse(Refusal.AlreadyDecided);
    }

    private static bool IsRepeated(RoundOutcome outcome, Given given) =>
        outcome.Choice == given.Choice && outcome.OfficerName == given.Name.Trim() && outcome.Reason == Blank(given.Reason);

    private static bool IsRepeated(EmbassyStanding standing, Given given) => (standing, given.Choice) switch
    {
        (EmbassyStanding.Accepted accepted, ReviewChoice.Accepted) => accepted.OfficerName == given.Name.Trim(),
        (EmbassyStanding.Declined declined, ReviewChoice.Declined) => declined.OfficerName == given.Name.Trim() && declined.Reason == Blank(given.Reason),
        _ => false,
    };

    /// <summary>What an embassy does in its round: refused where it is not asked there, or not any more.</summary>
    private static Decision InRound(
        Mou mou, int round, MissionId? mission, string officerName, Func<Stage.UnderReview, EmbassyReview, Decision> decide, Given? given = null)
    {
        if (mou.RoundNumbered(round)?.Outcome is { } outcome)
            return Refuse(outcome.Choice == ReviewChoice.WithdrawnByOffice ? Refusal.WasWithdrawn : Refusal.AlreadyDecided);
        if (mou.Stage is not Stage.UnderReview review) return Refuse(Refusal.NotUnderReview);
        if (review.Round != round) return Refuse(Refusal.RoundIsOver);
        if (review.Of(mission ?? mou.Particulars.Mission) is not { } embassy) return Refuse(Refusal.EmbassyNotAsked);
        if (!embassy.IsOpen) return given is not null && IsRepeated(embassy.Standing, given) ? Nothing : Refuse(Refusal.AlreadyDecided);
        return IsBlank(officerName) ? Refuse(Refusal.NameMissing) : decide(review, embassy);
    }
}
