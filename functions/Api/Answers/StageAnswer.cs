using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>Where an MOU stands.</summary>
/// <param name="Name">"draft", "under-review", "agreed", "signing", "in-effect", "declined" or "withdrawn".</param>
/// <param name="Round">The round under way, or the last one.</param>
/// <param name="Due">The first moment that is too late for the next step; null where nothing is waited for by a date.</param>
/// <param name="DueDay">The last day in time, in Seoul.</param>
/// <param name="Signers">While signing and after: both sides.</param>
/// <param name="Reason">Of a withdrawal or a refusal.</param>
public sealed record StageAnswer(
    string Name, int Round, DateTimeOffset Since, WaitedOn WaitedOn, DateTimeOffset? Due, DateOnly? DueDay, bool Overdue,
    IReadOnlyList<SignerAnswer>? Signers, DateOnly? InEffectSince, string? Reason)
{
    public static StageAnswer Of(Mou mou)
    {
        var answer = new StageAnswer(
            KebabCase.Of(mou.Stage.Name), mou.Rounds.Count, mou.StageSince, WaitedOnIn(mou.Stage), null, null, false, null, null, null);
        return mou.Stage switch
        {
            Stage.Drafting draft => answer with { Round = draft.Round },
            Stage.UnderReview review => answer with { Due = review.AnswerBy.EndsAt, DueDay = review.AnswerBy.LastDay, Overdue = review.Overdue },
            Stage.Agreed agreed => answer with { Due = agreed.SetSigningBy.EndsAt, DueDay = agreed.SetSigningBy.LastDay, Overdue = agreed.Overdue },
            Stage.Signing signing => answer with { Signers = [SignerAnswer.Of(signing.LocalGovernment), SignerAnswer.Of(signing.Counterparty)] },
            Stage.InEffect done => answer with { InEffectSince = done.Since, Signers = [SignerAnswer.Of(done.LocalGovernment), SignerAnswer.Of(done.Counterparty)] },
            Stage.Declined declined => answer with { Reason = declined.Reason },
            Stage.Withdrawn withdrawn => answer with { Reason = withdrawn.Reason },
            _ => answer,
        };
    }

    private static WaitedOn WaitedOnIn(Stage stage) => stage switch
    {
        Stage.Drafting or Stage.Agreed => WaitedOn.Office,
        Stage.UnderReview => WaitedOn.Embassy,
        Stage.Signing => WaitedOn.Signers,
        _ => WaitedOn.Nobody,
    };
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
