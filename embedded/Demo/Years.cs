namespace LocalDiplomacy.Demo;

/// <summary>What the years bring: an arrangement that expires, a suspension, notices, a renewal, and the end.</summary>
internal sealed class Years(Cast cast, Waits waits, Story story) : Scene(cast, waits, story)
{
    private static readonly int[] NoticesBefore = [180, 90, 30];

    public async Task LetExpireAsync(string courses, CancellationToken cancellationToken)
    {
        var program = await ProgramAsync(cancellationToken);
        var end = Day((await ExpectStageAsync(program, courses, "in-effect", cancellationToken)).GetProperty("stage"), "endsOn");
        await Waits.UntilAsync(end.AddDays(1), "the language courses' year is over",
            () => BothHaveHeardAsync("expiré", Korean(end), cancellationToken), cancellationToken);
        program = await ProgramAsync(cancellationToken);
        await ExpectStageAsync(program, courses, "expired", cancellationToken);
        await Story.DoAsync("waiting for the mails that say so", () => Task.WhenAll(
            Cast.Officer.HearAsync("[진행 상황]", cancellationToken, Korean(end)), Cast.Embassy.HearAsync("Nouvelles", cancellationToken, "expiré")));
        Story.Tell($"The arrangement on language courses expired with {Long(end)}: office and embassy were told by mail. The MOU goes on.");
    }

    public async Task SuspendAsync(string mou, CancellationToken cancellationToken)
    {
        await Waits.UntilAsync(Weekday(Waits.Today.AddMonths(7)), "a flood in Libreville", cancellationToken);
        await Story.DoAsync("suspending", () => Cast.Officer.ActAsync(mou, "suspend", cancellationToken, ("reason", "리브르빌의 홍수로 교류를 잠시 멈춘다.")));
        var program = await ProgramAsync(cancellationToken);
        await ExpectStageAsync(program, mou, "suspended", cancellationToken);
        await Story.DoAsync("waiting for the embassy's mail", () => Cast.Embassy.HearAsync("Nouvelles", cancellationToken, "suspension"));
        Story.Tell("Gyeongsangbuk-do suspended the MOU after a flood; the embassies were told.");
        await Waits.UntilAsync(Weekday(Waits.Today.AddDays(75)), "the port works again", cancellationToken);
        await Story.DoAsync("resuming", () => Cast.Officer.ActAsync(mou, "resume", cancellationToken, ("reason", "항만이 복구되어 교류를 다시 시작한다.")));
        await ExpectStageAsync(program, mou, "in-effect", cancellationToken);
        Story.Tell("And resumed it; its term had run on.");
    }

    /// <summary>Both sides agree in time to go on.</summary>
    public async Task<DateOnly> RenewAsync(string mou, DateOnly end, CancellationToken cancellationToken)
    {
        foreach (var days in NoticesBefore)
        {
            await Waits.UntilAsync(end.AddDays(-days), $"{days} days before its end",
                () => Cast.Officer.HasHeardAsync("만료 예정", cancellationToken, Korean(end)), cancellationToken);
            await Story.DoAsync($"waiting for the notice {days} days before the end", () => Cast.Officer.HearAsync("만료 예정", cancellationToken, Korean(end)));
            Story.Tell($"Gyeongsangbuk-do had its notice of {days} days by mail: the MOU ends with {Long(end)}.");
        }

        var until = end.AddMonths(60);
        await Story.DoAsync("renewing", () => Cast.Officer.ActAsync(mou, "renew", cancellationToken, ("until", Field(until)), ("reference", "국제협력과-3307")));
        var program = await ProgramAsync(cancellationToken);
        var state = await ExpectStageAsync(program, mou, "in-effect", cancellationToken);
        Demand(Day(state.GetProperty("stage"), "endsOn") == until, "the renewal did not change the MOU's last day");
        await Story.DoAsync("waiting for the embassy's mail", () => Cast.Embassy.HearAsync("Nouvelles", cancellationToken, until.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Story.Tell($"Both sides confirmed in writing that they go on: the office renewed it until {Long(until)}, and the embassies were told.");
        return until;
    }

    /// <summary>The city gives notice; its variation ends with the MOU.</summary>
    public async Task EndByNoticeAsync(string mou, string variation, CancellationToken cancellationToken)
    {
        await Waits.UntilAsync(Weekday(Waits.Today.AddYears(2)), "a letter from Libreville", cancellationToken);
        var day = Waits.Today.AddMonths(6);
        await Story.DoAsync("recording the notice", () => Cast.Officer.ActAsync(mou, "give-notice", cancellationToken,
            ("by", "Counterparty"), ("endsOn", Field(day)), ("reason", "리브르빌시가 조직 개편으로 협력을 마치고자 한다.")));
        var program = await ProgramAsync(cancellationToken);
        await ExpectStageAsync(program, mou, "notice-given", cancellationToken);
        await Story.DoAsync("waiting for the embassies' mails", () => Task.WhenAll(
            Cast.Embassy.HearAsync("Nouvelles", cancellationToken, "dénoncé"), Cast.FrenchEmbassy.HearAsync("Nouvelles", cancellationToken, "dénoncé")));
        Story.Tell($"The City of Libreville gave notice: the MOU ends with {Long(day)}. Both embassies were told.");
        await Waits.UntilAsync(day.AddDays(1), "the notice has run out",
            () => BothHaveHeardAsync("a pris fin", Korean(day), cancellationToken), cancellationToken);
        await ExpectStageAsync(program, mou, "terminated", cancellationToken);
        await Story.DoAsync("waiting for the office's mail", () => Cast.Officer.HearAsync("[진행 상황]", cancellationToken, Korean(day)));
        await Waits.UntilAsync(Waits.Today, "", async () => (await program.ReadAsync(variation, cancellationToken)).GetProperty("stage").GetProperty("name").GetString() == "terminated", cancellationToken);
        Story.Tell($"The MOU ended with {Long(day)}, and its variation with it: office and embassies were told by mail.");
    }

    /// <summary>Mails of what time brings about wait for a working day of their reader.</summary>
    private async Task<bool> BothHaveHeardAsync(string inFrench, string inKorean, CancellationToken cancellationToken) =>
        await Cast.Embassy.HasHeardAsync("Nouvelles", cancellationToken, inFrench)
        && await Cast.Officer.HasHeardAsync("[진행 상황]", cancellationToken, inKorean);
}
