using System.Globalization;
using System.Text.Json;

namespace LocalDiplomacy.Demo;

/// <summary>What time alone brings about once an MOU is in effect: notices, and its end. Nobody does anything here.</summary>
internal sealed class Years(Cast cast, Waits waits, Story story, string mou)
{
    private static readonly int[] NoticesBefore = [180, 90, 30];

    /// <param name="signed">The MOU as the office's program read it when it had come into effect.</param>
    public async Task RunAsync(JsonElement signed, CancellationToken cancellationToken)
    {
        var end = LastDayOf(signed);
        foreach (var days in NoticesBefore) await HearNoticeAsync(end, days, cancellationToken);
        await ExpireAsync(end, cancellationToken);
    }

    private static DateOnly LastDayOf(JsonElement signed)
    {
        var since = DateOnly.Parse(signed.GetProperty("stage").GetProperty("inEffectSince").GetString()!, CultureInfo.InvariantCulture);
        return since.AddMonths(signed.GetProperty("term").GetProperty("months").GetInt32());
    }

    private async Task HearNoticeAsync(DateOnly end, int days, CancellationToken cancellationToken)
    {
        await waits.UntilAsync(end.AddDays(-days), cancellationToken);
        var mail = await story.DoAsync($"waiting for the notice {days} days before the end", () => cast.Officer.HearAsync("만료 예정", cancellationToken));
        var day = string.Create(CultureInfo.InvariantCulture, $"{end.Year}. {end.Month}. {end.Day}.");
        if (!mail.Text.Contains(day, StringComparison.Ordinal)) throw new DemoFailure($"the notice {days} days before the end does not name {day}");
        story.Tell(string.Create(CultureInfo.InvariantCulture, $"Gyeongsangbuk-do was told by mail that the MOU ends in {days} days, with {end:d MMMM yyyy}."));
    }

    private async Task ExpireAsync(DateOnly end, CancellationToken cancellationToken)
    {
        var stage = await StageAsync(cancellationToken);
        if (stage != "in-effect") throw new DemoFailure($"a month before its end the MOU is not in effect but {stage}");
        await waits.UntilAsync(end.AddDays(1), cancellationToken);
        await story.DoAsync("waiting for the mails that say that it has ended", () => Task.WhenAll(
            cast.Officer.HearAsync("[진행 상황]", cancellationToken), cast.Embassy.HearAsync("Nouvelles", cancellationToken)));
        stage = await StageAsync(cancellationToken);
        if (stage != "expired") throw new DemoFailure($"the MOU has not expired but is {stage}");
        story.Tell(string.Create(CultureInfo.InvariantCulture, $"The MOU expired with {end:d MMMM yyyy}: office and embassy were told by mail."));
    }

    /// <summary>By then the office's session and key have run out: it signs in anew and makes another.</summary>
    private async Task<string> StageAsync(CancellationToken cancellationToken)
    {
        await story.DoAsync("signing in again", () => cast.Officer.SignInAsync(cancellationToken));
        var key = await story.DoAsync("making another API key", () => cast.Officer.MakeKeyAsync(cancellationToken));
        var state = await story.DoAsync("reading the stage by the API", () => cast.OfficeProgram(key).ReadAsync(mou, cancellationToken));
        return state.GetProperty("stage").GetProperty("name").GetString()!;
    }
}
