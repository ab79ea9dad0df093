using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>What happens next in each stage, in one sentence, and whose turn it is.</summary>
internal static class StageWords
{
    public static string Next(Mou mou, CaseNames names, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"Case.Next.{key}", arguments);
        string Day(DateOnly day) => Dates.Long(day, language);
        return mou.Stage switch
        {
            Stage.Drafting draft => Say(draft.Round == 1 ? "Draft" : "Redraft", names.Office, names.Mission, draft.Round),
            Stage.InternalApproval => Say("InternalApproval", names.Office),
            Stage.CouncilDecision => Say("CouncilDecision", names.Office),
            Stage.CentralReview { UndeliveredAt: not null } review => Say("CentralCameBack", review.Desk.Name),
            Stage.CentralReview review => Say("CentralReview", review.Desk.Name),
            Stage.UnderReview { CameBack: true } review => Say("CameBack", names.For(review.Embassies.First(one => one is { IsOpen: true, UndeliveredAt: not null }).Mission).Mission),
            Stage.UnderReview review => Say("UnderReview", names.Mission, review.Round),
            Stage.Agreed => Say("Agreed", names.Office),
            Stage.Signing { Mode: SigningMode.OnPaper { Ceremony: var ceremony } } => Say("Ceremony", names.Office, CeremonyWords.When(ceremony, language), ceremony.Place),
            Stage.Signing => Say("Signing", EffectWords.Of(mou, names, language)),
            Stage.Signed { Notify: not null } => Say("Signed", names.Office),
            Stage.Signed signed => Say("SignedAhead", Day(signed.Instrument.Since)),
            Stage.InEffect { Instrument.EndsOn: { } end } effect => Say("InEffectUntil", Day(effect.Since), Day(end)),
            Stage.InEffect effect => Say("InEffect", Day(effect.Since)),
            Stage.Suspended => Say("Suspended", names.Office),
            Stage.NoticeGiven notice => Say("NoticeGiven", Day(notice.EndsOn)),
            Stage.Expired expired => Say("Expired", Day(expired.On)),
            Stage.Terminated terminated => Say("Terminated", Day(terminated.On)),
            Stage.Superseded superseded => Say("Superseded", Day(superseded.On)),
            Stage.Declined => Say("Declined", names.Mission),
            Stage.Blocked blocked => Say("Blocked", blocked.ReviewerName),
            Stage.Withdrawn => Say("Withdrawn", names.Office),
            Stage.OnHold => Say("OnHold"),
            _ => Say("NotBegun"),
        };
    }

    public static string WaitingOn(Mou mou, CaseNames names, Language language) => (mou.Stage, Summary.WaitedOnIn(mou.Stage)) switch
    {
        (Stage.Signing signing, WaitedOn.Signers) =>
            string.Join(", ", new[] { signing.LocalGovernment, signing.Counterparty }.OfType<SigningSide.Asked>().Select(side => side.Signer.Name)),
        (_, WaitedOn.Office) => names.Office,
        (Stage.UnderReview review, WaitedOn.Embassy) => string.Join(", ", review.Embassies.Where(embassy => embassy.IsOpen).Select(embassy => names.For(embassy.Mission).Mission)),
        (Stage.CentralReview review, WaitedOn.Ministry) => review.Desk.Name,
        (_, var whom) => Words.Of(language, $"Terms.WaitedOn.{whom}"),
    };
}
