using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>What lists show of an MOU, as a pure function of its state.</summary>
public static class Summary
{
    public static CaseRow Of(Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return new(
            mou.Id, mou.Office, mou.Particulars.Mission, mou.Particulars.Title, mou.Particulars.Kind, mou.Stage.Name, RoundOf(mou),
            WaitedOnIn(mou.Stage), mou.StageSince, WhatFellDue.Next(mou), IsOverdue(mou.Stage), mou.CreatedAt, mou.ChangedAt, mou.Version,
            mou.Particulars.Counterparty)
        {
            CameBack = mou.Stage is Stage.CentralReview { UndeliveredAt: not null } or Stage.UnderReview { CameBack: true },
        };
    }

    private static int RoundOf(Mou mou) => mou.Stage.Live is Stage.Drafting draft ? draft.Round : mou.Rounds.Count;

    /// <summary>Whose turn it is in a stage.</summary>
    public static WaitedOn WaitedOnIn(Stage stage) => stage switch
    {
        Stage.InternalApproval => WaitedOn.HeadOfOffice,
        Stage.CouncilDecision => WaitedOn.Council,
        // Whoever does not have the request cannot answer it: the office sends it again.
        Stage.CentralReview { UndeliveredAt: not null } or Stage.UnderReview { CameBack: true } => WaitedOn.Office,
        Stage.CentralReview => WaitedOn.Ministry,
        Stage.UnderReview => WaitedOn.Embassy,
        Stage.Signing { Mode: SigningMode.Electronic } => WaitedOn.Signers,
        Stage.OnHold => WaitedOn.Association,
        Stage.NotBegun or Stage.Signed { Notify: null } or Stage.InEffect or Stage.Suspended or Stage.NoticeGiven => WaitedOn.Nobody,
        { IsEnd: true } => WaitedOn.Nobody,
        _ => WaitedOn.Office,
    };

    /// <summary>Whether what is waited for is late.</summary>
    public static bool IsOverdue(Stage stage) => stage switch
    {
        Stage.InternalApproval approval => approval.Answer.Overdue,
        Stage.CentralReview review => review.Answer.Overdue,
        Stage.UnderReview review => review.Overdue,
        Stage.Agreed agreed => agreed.Overdue,
        Stage.Signing signing => signing.Alerted,
        Stage.Signed { Notify: { } notify } => notify.Overdue,
        _ => false,
    };
}
