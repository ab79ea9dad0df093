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
            KeptUntil = Retention.LastDayOf(mou),
            OtherMissions = mou.Particulars.OtherMissions is { Count: > 0 } others ? [.. others.Select(other => other.Mission)] : null,
            CameBack = mou.Stage is Stage.CentralReview { UndeliveredAt: not null } or Stage.UnderReview { CameBack: true },
            DueOn = DueIn(mou.Stage),
            EndsOn = mou.Stage is Stage.NoticeGiven notice ? notice.EndsOn : mou.Stage.Given?.EndsOn,
            Asked = AskedIn(mou.Stage),
            Named = NamedIn(mou.Stage),
        };
    }

    /// <summary>What came back has no day until it is sent again.</summary>
    private static DateOnly? DueIn(Stage stage) => stage switch
    {
        Stage.Signing { Mode: SigningMode.OnPaper { Ceremony: var ceremony } } => ceremony.On,
        _ => MouLifecycle.NextIn(stage)?.By.LastDay,
    };

    private static IReadOnlyList<MissionId>? AskedIn(Stage stage) =>
        WaitedOnIn(stage) == WaitedOn.Embassy && stage is Stage.UnderReview review ? [.. review.Embassies.Where(embassy => embassy.IsOpen).Select(embassy => embassy.Mission)] : null;

    private static IReadOnlyList<string>? NamedIn(Stage stage) => (WaitedOnIn(stage), stage) switch
    {
        (WaitedOn.Ministry, Stage.CentralReview review) => [review.Desk.Name],
        (WaitedOn.Signers, Stage.Signing signing) => [.. new[] { signing.LocalGovernment, signing.Counterparty }.OfType<SigningSide.Asked>().Select(side => side.Signer.Name)],
        _ => null,
    };

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
