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
            WaitedOnIn(mou.Stage), mou.StageSince, WhatFellDue.Next(mou), IsOverdue(mou.Stage), mou.CreatedAt, mou.ChangedAt, mou.Version);
    }

    private static int RoundOf(Mou mou) => mou.Stage is Stage.Drafting draft ? draft.Round : mou.Rounds.Count;

    private static WaitedOn WaitedOnIn(Stage stage) => stage switch
    {
        Stage.UnderReview => WaitedOn.Embassy,
        Stage.Signing => WaitedOn.Signers,
        { IsEnd: true } => WaitedOn.Nobody,
        _ => WaitedOn.Office,
    };

    private static bool IsOverdue(Stage stage) =>
        stage is Stage.UnderReview { Overdue: true } or Stage.Agreed { Overdue: true } or Stage.Signing { Alerted: true };
}
