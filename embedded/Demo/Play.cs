namespace LocalDiplomacy.Demo;

/// <summary>The whole life of an MOU, scene by scene.</summary>
internal sealed class Play(Cast cast, Waits waits, Story story)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await new Preparations(cast, waits, story).RunAsync(cancellationToken);
        var home = new AtHome(cast, waits, story);
        var (program, mou) = await home.DraftAsync(cancellationToken);
        await FirstRoundAsync(home, program, mou, cancellationToken);
        var signatures = new Signatures(cast, waits, story);
        await signatures.SignAsync(program, mou, cancellationToken);
        var signed = await signatures.ReportAsync(program, mou, cancellationToken);

        var end = DateOnly.Parse(signed.GetProperty("stage").GetProperty("endsOn").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var (variation, courses, longer) = await new LinkedMous(cast, waits, story).RunAsync(mou, end, cancellationToken);
        var years = new Years(cast, waits, story);
        await years.LetExpireAsync(courses, cancellationToken);
        await years.SuspendAsync(mou, cancellationToken);
        await years.RenewAsync(mou, longer, cancellationToken);
        await years.EndByNoticeAsync(mou, variation, cancellationToken);
        story.Tell($"The MOU has run its course: {cast.Portal}office/mous/{mou}");
    }

    /// <summary>Up to the text that both embassies accept.</summary>
    private async Task FirstRoundAsync(AtHome home, OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var embassies = new AtTheEmbassies(cast, waits, story);
        await home.SubmitAsync(program, mou, 1, cancellationToken);
        await home.ApproveLateAsync(program, mou, cancellationToken);
        await home.DecideInCouncilAsync(program, mou, "제352회 임시회", "2026-118", cancellationToken);
        await home.LetCentralReviewLapseAsync(program, mou, cancellationToken);
        await embassies.FranceAcceptsAsync(program, mou, cancellationToken);
        var firstRound = await embassies.GabonHandsOverAsync(program, mou, cancellationToken);
        await embassies.ColleagueAsksForChangesAsync(program, mou, cancellationToken);

        await embassies.ReviseAsync(program, mou, cancellationToken);
        await home.SubmitAsync(program, mou, 2, cancellationToken);
        await home.ApproveAsync(program, mou, cancellationToken);
        await home.DecideInCouncilAsync(program, mou, "제353회 정례회", "2026-140", cancellationToken);
        await home.AnswerCentralReviewAsync(program, mou, cancellationToken);
        await embassies.BothAcceptAsync(program, mou, firstRound, cancellationToken);
    }
}
