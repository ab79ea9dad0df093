namespace LocalDiplomacy.Demo;

/// <summary>A variation and an instrument under the MOU: MOUs of their own, signed together on paper.</summary>
internal sealed class LinkedMous(Cast cast, Waits waits, Story story) : Scene(cast, waits, story)
{
    private const string Ambassador = "Paul Ella, Ministre conseiller";

    /// <returns>Both, and the day until which the first MOU then lasts.</returns>
    public async Task<(string Variation, string Courses, DateOnly End)> RunAsync(string mou, DateOnly end, CancellationToken cancellationToken)
    {
        await Waits.UntilAsync(Weekday(Waits.Today.AddYears(1)), "both sides want more", cancellationToken);
        var program = await ProgramAsync(cancellationToken);
        var longer = end.AddYears(2);
        var variation = await AgreeAsync(program, DraftBody.Of("Variation", DemoMou.LoadVariation(), new(null, longer), new("Varied", mou)), "demo-variation", cancellationToken);
        Story.Tell($"Gyeongsangbuk-do drafted variation no. 1, until {Long(longer)}, as an MOU of its own; Gabon's embassy accepted it.");
        var courses = await AgreeAsync(program, DraftBody.Of("SubsidiaryInstrument", DemoMou.LoadCourses(), new(12, null), new("Framework", mou)), "demo-courses", cancellationToken);
        Story.Tell("And an arrangement on language courses for a year under the MOU, which the embassy accepted too.");
        await ExpectEventAsync(program, mou, "linked-mou-started", 2, cancellationToken);
        await SignOnPaperAsync(program, [variation, courses], cancellationToken);
        await ExpectVariedAsync(program, mou, variation, longer, cancellationToken);
        return (variation, courses, longer);
    }

    private async Task<string> AgreeAsync(OfficeProgram program, DraftBody draft, string key, CancellationToken cancellationToken)
    {
        var mou = await Story.DoAsync($"drafting the {draft.Kind}", () => program.DraftAsync(draft, key, cancellationToken));
        await Story.DoAsync("submitting it", () => Cast.Officer.SubmitAsync(mou, cancellationToken));
        await ExpectStageAsync(program, mou, "under-review", cancellationToken);
        var page = await Story.DoAsync("opening the link in the embassy's mail", () => Cast.Embassy.OpenLinkAsync("review", "/decision", cancellationToken));
        Demand(page.Text.Contains(draft.Clauses[1].Body["fr"], StringComparison.Ordinal), $"the embassy's page does not show the text of the {draft.Kind}");
        var form = page.Form("/decision").Choose("choice", "accept").Type("name", Cast.Colleague.Name);
        await Story.DoAsync("accepting it", () => Cast.Embassy.DecideAsync(form, cancellationToken));
        await ExpectStageAsync(program, mou, "agreed", cancellationToken);
        return mou;
    }

    private async Task SignOnPaperAsync(OfficeProgram program, string[] mous, CancellationToken cancellationToken)
    {
        var day = Weekday(Waits.Today.AddDays(21));
        foreach (var mou in mous)
        {
            await Story.DoAsync("setting the ceremony", () => Cast.Officer.ActAsync(mou, "set-ceremony", cancellationToken,
                ("place", "Libreville"), ("on", Field(day)), ("localGovernment.name", Cast.Governor.Name), ("localGovernment.office", Cast.Governor.Office),
                ("counterparty.name", Cast.Mayor.Name), ("counterparty.office", Cast.Mayor.Office), ("witnesses", Ambassador)));
            await Story.DoAsync("waiting for the embassy's invitation", () => Cast.Embassy.HearAsync("Nouvelles", cancellationToken, "Libreville"));
        }

        await Waits.UntilAsync(day, "the ceremony at Libreville", cancellationToken);
        foreach (var mou in mous)
        {
            await Story.DoAsync("recording the signatures", () => Cast.Officer.ActAsync(mou, "record-signatures", cancellationToken, ("signedOn", Field(day))));
        }

        Story.Tell("The governor and the mayor signed both on paper, before Paul Ella; the office recorded it.");
        await ReportAsync(program, mous[0], cancellationToken);
        foreach (var mou in mous) await ExpectStageAsync(program, mou, "in-effect", cancellationToken);
    }

    /// <summary>A scan of each original first: the printed text stands in for the paper that a scanner would take.</summary>
    private async Task ReportAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        foreach (var side in (string[])["local-government", "counterparty"])
            await Story.DoAsync("scanning an original", () => program.ScanAsync(mou, side, cancellationToken));
        await Story.DoAsync("reporting the signing", () => Cast.Officer.ActAsync(mou, "record-notification", cancellationToken, ("reference", "국제협력과-2204"), ("on", Field(Waits.Today))));
        await Story.DoAsync("waiting for the association's mail", () => Cast.Desk.HearAsync("체결 보고", cancellationToken, mou));
        var page = await Story.DoAsync("opening the case at the desk", () => Cast.Desk.OpenAsync($"/desk/mous/{mou}", cancellationToken));
        Demand(page.Html.Contains("/scans/", StringComparison.Ordinal), "the desk's page has no scans");
        Story.Tell("It scanned both originals of the variation and reported the signing, no. 국제협력과-2204; the association was told and has the copies. Both are in effect.");
    }

    /// <summary>The program carries the variation over by itself, a moment after its signature.</summary>
    private async Task ExpectVariedAsync(OfficeProgram program, string mou, string variation, DateOnly longer, CancellationToken cancellationToken)
    {
        await Story.DoAsync("waiting for the mails about the new term", () => Task.WhenAll(
            Cast.Officer.HearAsync("[진행 상황]", cancellationToken, Korean(longer)), Cast.Embassy.HearAsync("Nouvelles", cancellationToken, longer.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var state = await ExpectStageAsync(program, mou, "in-effect", cancellationToken);
        Demand(Day(state.GetProperty("stage"), "endsOn") == longer, "the variation did not change the MOU's last day");
        Demand(state.GetProperty("variations").EnumerateArray().Single().GetProperty("by").GetString() == variation, "the MOU does not name its variation");
        Story.Tell($"The variation has changed the MOU, which now lasts until {Long(longer)}; office and embassies were told by mail.");
    }
}
