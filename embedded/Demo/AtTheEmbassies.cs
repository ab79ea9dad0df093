namespace LocalDiplomacy.Demo;

/// <summary>Two rounds of review at two embassies.</summary>
internal sealed class AtTheEmbassies(Cast cast, Waits waits, Story story) : Scene(cast, waits, story)
{
    private const string GabonsOfficer = "Jean-Baptiste Ndong";
    private const string FrancesOfficer = "Claire Durand";

    /// <summary>France's embassy cannot read what it was sent, gets it again and accepts.</summary>
    public async Task FranceAcceptsAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var page = await OpenAsync(Cast.FrenchEmbassy, cancellationToken);
        await StepAsync(Cast.FrenchEmbassy, page, "ask-for-resend", FrancesOfficer, cancellationToken, ("unreadable", "La version coréenne ne s’affiche pas."));
        await Story.DoAsync("waiting for the office's mail", () => Cast.Officer.HearAsync("문서 재송부 요청", cancellationToken, FrancesOfficer));
        await Story.DoAsync("sending it again", () => Cast.Officer.ActAsync(mou, "resend", cancellationToken));
        await ExpectEventAsync(program, mou, "document-resent", 1, cancellationToken);
        Story.Tell($"France's embassy could not read the Korean version and said so; the office sent it again, and the embassy's time began anew.");
        var again = await OpenAsync(Cast.FrenchEmbassy, cancellationToken);
        await AnswerAsync(Cast.FrenchEmbassy, again, "accept", FrancesOfficer, cancellationToken);
        await ExpectStageAsync(program, mou, "under-review", cancellationToken);
        Story.Tell($"{FrancesOfficer} of France's embassy accepted round 1; Gabon's is still waited for.");
    }

    /// <summary>Gabon's embassy is slow: it is reminded, asks its capital, needs longer, and hands over.</summary>
    public async Task<WebPage> GabonHandsOverAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var acknowledgeBy = await DueDayAsync(program, mou, cancellationToken);
        await Waits.UntilAsync(acknowledgeBy.AddDays(1), "Gabon's embassy has not acknowledged receipt",
            () => Cast.Embassy.HasHeardAsync("Accusé de réception demandé", cancellationToken), cancellationToken);
        var page = await OpenAsync(Cast.Embassy, cancellationToken);
        await Story.DoAsync("acknowledging receipt", () => Cast.Embassy.DecideAsync(page.Form("/acknowledge").Type("name", GabonsOfficer), cancellationToken));
        await StepAsync(Cast.Embassy, page, "refer-to-capital", GabonsOfficer, cancellationToken);
        await ExpectEventAsync(program, mou, "referred-to-capital", 1, cancellationToken);
        var lastDay = await DueDayAsync(program, mou, cancellationToken);
        Story.Tell($"Asked for it, {GabonsOfficer} of Gabon's embassy acknowledged receipt and referred the text to Libreville: until {Long(lastDay)}.");

        await Waits.UntilAsync(lastDay, "the capital's last day", cancellationToken);
        await Story.DoAsync("waiting for the embassy's reminder", () => Cast.Embassy.HearAsync("Rappel", cancellationToken));
        await StepAsync(Cast.Embassy, page, "extend-capital", GabonsOfficer, cancellationToken);
        var extended = await DueDayAsync(program, mou, cancellationToken);
        Demand(extended > lastDay, "the capital's time was not extended");
        Story.Tell($"Reminded on its last day, the embassy asked for 30 days more: until {Long(extended)}.");

        await Waits.UntilAsync(Weekday(Waits.Today.AddDays(10)), $"{GabonsOfficer} is posted elsewhere", cancellationToken);
        await StepAsync(Cast.Embassy, page, "hand-over", GabonsOfficer, cancellationToken, ("colleagueName", Cast.Colleague.Name), ("colleagueAddress", Cast.Colleague.Address));
        await Story.DoAsync("waiting for the office's mail", () => Cast.Officer.HearAsync("검토 담당자 인계", cancellationToken, Cast.Colleague.Name));
        var dead = await Story.DoAsync("opening the former officer's link", () => Cast.Embassy.LookAsync(page.Address.AbsolutePath, cancellationToken));
        Demand(!dead.HasForm("/decision"), "the link of who handed over could still decide");
        Story.Tell($"He handed the matter over to {Cast.Colleague.Name}: the office was told, and his own link is dead: \"{dead.Heading}\"");
        return page;
    }

    public async Task ColleagueAsksForChangesAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var page = await OpenAsync(Cast.EmbassyColleague, cancellationToken);
        await StepAsync(Cast.EmbassyColleague, page, "return-from-capital", Cast.Colleague.Name, cancellationToken);
        await AnswerAsync(Cast.EmbassyColleague, page, "request-changes", Cast.Colleague.Name, cancellationToken, ("reason", DemoMou.ReasonForChanges));
        await ExpectStageAsync(program, mou, "draft", cancellationToken);
        await Story.DoAsync("waiting for the office's mail", () => Cast.Officer.HearAsync("수정 요청", cancellationToken));
        Story.Tell($"By a link of his own he brought the capital's answer, changes to clause 4: \"{DemoMou.ReasonForChanges}\"");
    }

    public async Task ReviseAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        await Story.DoAsync("rewriting clause 4", () => Cast.Officer.ReviseAsync(mou, DemoMou.ClauseInQuestion, DemoMou.RevisedClause(), cancellationToken));
        await ExpectEventAsync(program, mou, "draft-replaced", 1, cancellationToken);
        Story.Tell("Kim Ji-young rewrote clause 4 in all three languages: every approval of the former text is void, and is asked for again.");
    }

    public async Task BothAcceptAsync(OfficeProgram program, string mou, WebPage firstRound, CancellationToken cancellationToken)
    {
        var page = await OpenAsync(Cast.Embassy, cancellationToken);
        foreach (var words in DemoMou.NewWords)
            Demand(page.Inserted.Contains(words, StringComparison.Ordinal), $"round 2 does not show \"{words}\" as new");
        Demand(page.Removed.Contains(DemoMou.OldWords, StringComparison.Ordinal), $"round 2 does not show \"{DemoMou.OldWords}\" as removed");
        Story.Tell($"Round 2's page marks \"{DemoMou.OldWords}\" as removed and \"{string.Join("\", \"", DemoMou.NewWords)}\" as new.");
        var old = await Story.DoAsync("opening the first round's link again", () => Cast.Embassy.LookAsync(firstRound.Address.AbsolutePath, cancellationToken));
        Demand(!old.HasForm("/decision"), "the first round's link could still decide");

        await AnswerAsync(Cast.Embassy, page, "accept", Cast.Colleague.Name, cancellationToken);
        await ExpectStageAsync(program, mou, "under-review", cancellationToken);
        await AnswerAsync(Cast.FrenchEmbassy, await OpenAsync(Cast.FrenchEmbassy, cancellationToken), "accept", FrancesOfficer, cancellationToken);
        await ExpectStageAsync(program, mou, "agreed", cancellationToken);
        await Story.DoAsync("waiting for the office's mail", () => Cast.Officer.HearAsync("문안 동의", cancellationToken));
        Story.Tell("Both embassies accepted the text of round 2; it is frozen.");
    }

    private Task<WebPage> OpenAsync(LinkHolder embassy, CancellationToken cancellationToken) =>
        Story.DoAsync("opening the link in an embassy's mail", () => embassy.OpenLinkAsync("review", "/decision", cancellationToken));

    /// <summary>A step on the way to the answer, on the page as it stands then.</summary>
    private async Task StepAsync(
        LinkHolder embassy, WebPage page, string choice, string name, CancellationToken cancellationToken, params (string Field, string Value)[] fields)
    {
        var now = await Story.DoAsync("opening the embassy's link again", () => embassy.LookAsync(page.Address.AbsolutePath, cancellationToken));
        await AnswerAsync(embassy, now, choice, name, cancellationToken, fields);
    }

    private Task<WebPage> AnswerAsync(
        LinkHolder embassy, WebPage page, string choice, string name, CancellationToken cancellationToken, params (string Field, string Value)[] fields)
    {
        Demand(!page.Form("/decision").IsPreselected("choice"), "a choice was made on the embassy's page before anybody chose");
        var form = page.Form("/decision").Choose("choice", choice).Type("name", name);
        foreach (var (field, value) in fields) form.Type(field, value);
        return Story.DoAsync($"sending \"{choice}\" with the code from a second mail", () => embassy.DecideAsync(form, cancellationToken));
    }
}
