namespace LocalDiplomacy.Demo;

/// <summary>The steps between the office's desk and the embassies: approval, council, central review.</summary>
internal sealed class AtHome(Cast cast, Waits waits, Story story) : Scene(cast, waits, story)
{
    private readonly DemoMou _text = DemoMou.Load();

    public async Task<(OfficeProgram Program, string Mou)> DraftAsync(CancellationToken cancellationToken)
    {
        await Story.DoAsync("signing in to the office's portal", () => Cast.Officer.SignInAsync(cancellationToken));
        Story.Tell("Kim Ji-young of Gyeongsangbuk-do signed in with the code from her mail.");
        var program = await ProgramAsync(cancellationToken);
        var draft = DraftBody.Of("Friendship", _text, new(60, null), null, new DraftMission("FR", "Witness"));
        var mou = await Story.DoAsync("drafting the MOU", () => program.DraftAsync(draft, "demo-draft", cancellationToken));
        await ExpectStageAsync(program, mou, "draft", cancellationToken);
        Story.Tell($"Gyeongsangbuk-do's document system drafted a friendship MOU with Libreville in Korean, English and French: "
            + $"{_text.Clauses.Count} clauses, {_text.Characters:N0} characters, five years; Gabon's embassy facilitates, France's witnesses.");
        return (program, mou);
    }

    public async Task SubmitAsync(OfficeProgram program, string mou, int round, CancellationToken cancellationToken)
    {
        await Story.DoAsync($"submitting round {round}", () => Cast.Officer.SubmitAsync(mou, cancellationToken, Cast.CentralDesk));
        await ExpectStageAsync(program, mou, "internal-approval", cancellationToken);
        Story.Tell($"She submitted round {round}: the head of the office is asked by mail.");
    }

    /// <summary>The head of the office lets it lie until the last day.</summary>
    public async Task ApproveLateAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        await Story.DoAsync("waiting for the mail to the head", () => Cast.Head.HearAsync("[결재 요청]", cancellationToken));
        var lastDay = await DueDayAsync(program, mou, cancellationToken);
        await Waits.UntilAsync(lastDay, "the last day to approve", cancellationToken);
        await Story.DoAsync("following the reminder", () => Cast.Head.FollowAsync("결재 대기", cancellationToken));
        Story.Tell("Kim Dong-hyun had not approved and was reminded by mail.");
        await ApproveAsync(program, mou, cancellationToken);
    }

    /// <summary>Approves; the officer and the council's clerk hear of it.</summary>
    public async Task ApproveAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        await Story.DoAsync("approving", () => Cast.Head.ActAsync(mou, "approve", cancellationToken));
        await ExpectStageAsync(program, mou, "council-decision", cancellationToken);
        await Story.DoAsync("waiting for the officer's mail", () => Cast.Officer.HearAsync("[진행 상황]", cancellationToken, "Kim Dong-hyun"));
        Story.Tell("Kim Dong-hyun followed the link, signed in and approved; the officer was told, the council's clerk was asked.");
    }

    public async Task DecideInCouncilAsync(OfficeProgram program, string mou, string session, string reference, CancellationToken cancellationToken)
    {
        await Waits.UntilAsync(Weekday(Waits.Today.AddDays(24)), "the council sits", cancellationToken);
        await Story.DoAsync("following the clerk's mail", () => Cast.CouncilClerk.FollowAsync("[의회 의결]", cancellationToken));
        await Story.DoAsync("recording the council's decision", () => Cast.CouncilClerk.ActAsync(mou, "council-decision", cancellationToken,
            ("session", session), ("on", Field(Waits.Today)), ("result", "Passed"), ("reference", reference)));
        await ExpectStageAsync(program, mou, "central-review", cancellationToken);
        Story.Tell($"Jung Hae-won recorded that the council passed it in its session {session}, no. {reference}.");
    }

    public async Task LetCentralReviewLapseAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var page = await Story.DoAsync("opening the ministry's link", () => Cast.Ministry.OpenLinkAsync("central-review", "/answer", cancellationToken));
        Demand(!page.Form("/answer").IsPreselected("answer"), "an answer was chosen on the ministry's page before anybody chose");
        var lastDay = await DueDayAsync(program, mou, cancellationToken);
        await Waits.UntilAsync(lastDay, "the ministry's last day", cancellationToken);
        await Story.DoAsync("waiting for the ministry's reminder", () => Cast.Ministry.HearAsync("[알림] 양해각서 중앙 협의", cancellationToken));
        Story.Tell("The ministry opened its link, chose nothing, and was reminded.");
        await Waits.UntilAsync(lastDay.AddDays(1), "no answer in time", () => Cast.Ministry.HasHeardAsync("중앙 협의 실효", cancellationToken), cancellationToken);
        await ExpectStageAsync(program, mou, "under-review", cancellationToken);
        await ExpectEventAsync(program, mou, "central-review-lapsed", 1, cancellationToken);
        var over = await Story.DoAsync("opening the ministry's link again", () => Cast.Ministry.LookAsync(page.Address.AbsolutePath, cancellationToken));
        Demand(!over.HasForm("/answer"), "the lapsed review could still be answered");
        Story.Tell($"The central review lapsed, which is no approval, and the MOU went on to both embassies. The ministry's page says: \"{over.Heading}\"");
    }

    public async Task AnswerCentralReviewAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var page = await Story.DoAsync("opening the ministry's link", () => Cast.Ministry.OpenLinkAsync("central-review", "/answer", cancellationToken));
        var form = page.Form("/answer").Choose("answer", "no-objection").Type("name", "한서윤");
        await Story.DoAsync("answering with the code from a second mail", () => Cast.Ministry.DecideAsync(form, cancellationToken));
        await ExpectStageAsync(program, mou, "under-review", cancellationToken);
        await ExpectEventAsync(program, mou, "central-review-answered", 1, cancellationToken);
        Story.Tell("This time the ministry answered by link and code that it has no objection.");
    }
}
