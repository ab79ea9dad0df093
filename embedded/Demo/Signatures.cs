using System.Text.Json;

namespace LocalDiplomacy.Demo;

/// <summary>From the frozen text to its first day in effect.</summary>
internal sealed class Signatures(Cast cast, Waits waits, Story story) : Scene(cast, waits, story)
{
    private const int DaysUntilASignatureIsMissed = 30;

    public async Task SignAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        await Story.DoAsync("opening the signing", () => Cast.Officer.OpenSigningAsync(mou, cancellationToken));
        Story.Tell($"Gyeongsangbuk-do asked {Cast.Governor.Name} and {Cast.Mayor.Name} to sign, as both sides agreed to do electronically.");
        await SignAsync(Cast.GovernorSigning, Cast.Governor, cancellationToken);
        await ExpectStageAsync(program, mou, "signing", cancellationToken);
        await Waits.UntilAsync(Waits.Today.AddDays(DaysUntilASignatureIsMissed), "only one side has signed",
            () => Cast.MayorSigning.HasHeardAsync("Rappel", cancellationToken), cancellationToken);
        await Story.DoAsync("waiting for the office's mail", () => Cast.Officer.HearAsync("서명이 남아 있습니다", cancellationToken));
        Story.Tell("The mayor of Libreville was reminded, and the office told that one signature is missing.");
        await SignAsync(Cast.MayorSigning, Cast.Mayor, cancellationToken);
        await ExpectStageAsync(program, mou, "signed", cancellationToken);
    }

    /// <summary>Within ten days the office reports it; then it is in effect.</summary>
    public async Task<JsonElement> ReportAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var lastDay = await DueDayAsync(program, mou, cancellationToken);
        await Waits.UntilAsync(Weekday(Waits.Today.AddDays(2)), $"the signing is to be reported until {Long(lastDay)}", cancellationToken);
        await Story.DoAsync("reporting the signing", () => Cast.Officer.ActAsync(mou, "record-notification", cancellationToken,
            ("reference", "국제협력과-2118"), ("on", Field(Waits.Today))));
        await Story.DoAsync("waiting for the ministry's copy", () => Cast.Ministry.HearAsync("체결 보고", cancellationToken));
        await Story.DoAsync("waiting for the association's mail", () => Cast.Desk.HearAsync("체결 보고", cancellationToken, mou));
        var state = await ExpectStageAsync(program, mou, "in-effect", cancellationToken);
        await Story.DoAsync("waiting for the mails that say so", () => Task.WhenAll(
            Cast.Officer.HearAsync("발효", cancellationToken), Cast.GovernorSigning.HearAsync("발효", cancellationToken),
            Cast.Embassy.HearAsync("En vigueur", cancellationToken), Cast.FrenchEmbassy.HearAsync("En vigueur", cancellationToken),
            Cast.MayorSigning.HearAsync("En vigueur", cancellationToken)));
        Story.Tell("The office reported the signing, no. 국제협력과-2118; the ministry and the association have their copies.");
        var (since, end) = (Day(state.GetProperty("stage"), "inEffectSince"), Day(state.GetProperty("stage"), "endsOn"));
        Demand(end == since.AddMonths(60), $"five years from {Long(since)} do not end on {Long(end)}");
        Story.Tell($"The MOU is in effect from {Long(since)} to {Long(end)}: office, embassies and both signers were told by mail, each in their own language.");
        return state;
    }

    private async Task SignAsync(LinkHolder signer, SignerToBe who, CancellationToken cancellationToken)
    {
        var page = await Story.DoAsync($"opening the link in {who.Name}'s mail", () => signer.OpenLinkAsync("sign", "/signature", cancellationToken));
        var form = page.Form("/signature").Type("name", who.Name).Type("office", who.Office).Choose("intent", "yes");
        await Story.DoAsync($"signing as {who.Name}", () => signer.DecideAsync(form, cancellationToken));
        Story.Tell($"{who.Name}, {who.Office}, signed by link and code.");
    }
}
