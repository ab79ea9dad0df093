using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>Where an MOU stands.</summary>
/// <param name="Name">
/// "draft", "internal-approval", "council-decision", "central-review", "under-review", "agreed", "signing", "signed", "in-effect",
/// "suspended", "notice-given", "expired", "terminated", "superseded", "declined", "blocked", "withdrawn" or "on-hold".
/// </param>
/// <param name="Round">The round under way, or the last one.</param>
/// <param name="Due">The first moment that is too late for the next step; null where nothing is waited for by a date.</param>
/// <param name="DueDay">The last day in time, in Seoul.</param>
/// <param name="Signers">While signing and after: both sides.</param>
/// <param name="EndsOn">Once signed: the last day of its term, or of the notice that was given; null: without an end.</param>
/// <param name="Ceremony">While it is to be signed on paper.</param>
/// <param name="By">Who held it up, suspended it, gave notice or ended it; null where it goes on.</param>
/// <param name="Reason">Of a withdrawal, a refusal, an objection, a suspension, a notice, a termination or a hold.</param>
public sealed record StageAnswer(
    string Name, int Round, DateTimeOffset Since, WaitedOn WaitedOn, DateTimeOffset? Due, DateOnly? DueDay, bool Overdue,
    IReadOnlyList<SignerAnswer>? Signers, DateOnly? InEffectSince, DateOnly? EndsOn, string? Reason, CeremonyAnswer? Ceremony = null, ActorAnswer? By = null)
{
    public static StageAnswer Of(Mou mou)
    {
        var due = MouLifecycle.NextIn(mou.Stage)?.By;
        var answer = new StageAnswer(
            KebabCase.Of(mou.Stage.Name), mou.Rounds.Count, mou.StageSince, Summary.WaitedOnIn(mou.Stage), due?.EndsAt, due?.LastDay,
            Summary.IsOverdue(mou.Stage), null, null, null, null, By: Standstill.Of(mou)?.By is { } by ? ActorAnswer.Of(by) : null);
        return mou.Stage switch
        {
            Stage.Drafting draft => answer with { Round = draft.Round },
            Stage.Signing signing => answer with { Signers = [SignerAnswer.Of(signing.LocalGovernment), SignerAnswer.Of(signing.Counterparty)], Ceremony = CeremonyAnswer.Of(signing.Mode) },
            { Given: { } given } => answer with
            {
                InEffectSince = mou.Stage.Live is Stage.Signed ? null : given.Since,
                Reason = ReasonOf(mou.Stage),
                EndsOn = mou.Stage.Live is Stage.NoticeGiven notice ? notice.EndsOn : given.EndsOn,
                Signers = [SignerAnswer.Of(given.LocalGovernment), SignerAnswer.Of(given.Counterparty)],
            },
            Stage.Declined declined => answer with { Reason = declined.Reason },
            Stage.Withdrawn withdrawn => answer with { Reason = withdrawn.Reason },
            Stage.Blocked blocked => answer with { Reason = blocked.Reason },
            Stage.OnHold hold => answer with { Reason = hold.Reason },
            _ => answer,
        };
    }

    /// <summary>For who holds a link: Korea's officials without their names, and no reason that is not public.</summary>
    public static StageAnswer ForOutside(Mou mou)
    {
        var answer = Of(mou);
        return Standstill.Of(mou) is not { } why ? answer : answer with
        {
            Reason = why.IsPublic ? answer.Reason : null,
            By = why.By is Actor.OfficeMember or Actor.ApiClient or Actor.AssociationMember ? answer.By! with { Name = null } : answer.By,
        };
    }

    private static string? ReasonOf(Stage signed) => signed switch
    {
        Stage.Suspended suspended => suspended.Reason,
        Stage.NoticeGiven notice => notice.Reason,
        Stage.Terminated terminated => terminated.Reason,
        Stage.OnHold hold => hold.Reason,
        _ => null,
    };
}

/// <summary>A ceremony at which both sign on paper.</summary>
/// <param name="Time">By the clocks of the zone; null: only its day is known.</param>
/// <param name="Zone">By IANA's name.</param>
/// <param name="StartsAt">The same moment in UTC.</param>
/// <param name="Closed">Who does not work on that day. A warning: the day stands.</param>
public sealed record CeremonyAnswer(
    string Place, DateOnly On, TimeOnly? Time, string Zone, DateTimeOffset? StartsAt, IReadOnlyList<Witness> Witnesses, IReadOnlyList<CeremonyClosure> Closed)
{
    public static CeremonyAnswer? Of(SigningMode mode) => mode is SigningMode.OnPaper { Ceremony: var set, Closed: var closed }
        ? new(set.Place, set.On, set.At, set.Zone ?? PlaceTime.Seoul, set.StartsAt, set.Witnesses, closed ?? []) : null;
}

/// <summary>One side of a signing. An address is never part of an answer.</summary>
/// <param name="SignedAt">Null: not signed yet.</param>
public sealed record SignerAnswer(Side Side, string Name, string Office, DateTimeOffset? SignedAt)
{
    public static SignerAnswer Of(SigningSide side) => side switch
    {
        SigningSide.Signed signed => Of(signed.Signature),
        _ => new(side.Signer.Side, side.Signer.Name, side.Signer.Office, null),
    };

    public static SignerAnswer Of(Signature signature) => new(signature.Side, signature.Name, signature.Office, signature.SignedAt);
}
