using System.Globalization;
using System.Text.Json;

namespace LocalDiplomacy.Demo;

/// <summary>The steps in their order; each does what its line then says.</summary>
internal sealed class Play(Cast cast, Waits waits, Story story)
{
    private const string EmbassyOfficer = "Jean-Baptiste Ndong";
    private readonly DemoMou _mou = DemoMou.Load();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (program, mou) = await DraftAsync(cancellationToken);
        await SubmitAsync(mou, 1, cancellationToken);
        await RemindAsync(program, mou, cancellationToken);
        var firstRound = await AskForChangesAsync(cancellationToken);
        await ReviseAsync(mou, cancellationToken);
        await SubmitAsync(mou, 2, cancellationToken);
        await OldLinkIsOverAsync(firstRound, cancellationToken);
        await AcceptAsync(cancellationToken);
        await OpenSigningAsync(mou, cancellationToken);
        await SignAsync(cast.GovernorSigning, Cast.Governor, cancellationToken);
        await SignAsync(cast.MayorSigning, Cast.Mayor, cancellationToken);
        var signed = await InEffectAsync(program, mou, cancellationToken);
        await new Years(cast, waits, story, mou).RunAsync(signed, cancellationToken);
        story.Tell($"The MOU has run its course: {cast.Portal}office/mous/{mou}");
    }

    private async Task<(OfficeProgram Program, string Mou)> DraftAsync(CancellationToken cancellationToken)
    {
        await story.DoAsync("signing in to the office's portal", () => cast.Officer.SignInAsync(cancellationToken));
        story.Tell("Kim Ji-young of Gyeongsangbuk-do signed in with the code from her mail.");
        var key = await story.DoAsync("making an API key", () => cast.Officer.MakeKeyAsync(cancellationToken));
        var program = cast.OfficeProgram(key);
        var mou = await story.DoAsync("drafting the MOU", () => program.DraftAsync(_mou, "demo-draft", cancellationToken));
        story.Tell($"Gyeongsangbuk-do's document system drafted a friendship MOU with Libreville in Korean, English and French: "
            + $"{_mou.Clauses.Count} clauses, {_mou.Characters:N0} characters.");
        return (program, mou);
    }

    private async Task SubmitAsync(string mou, int round, CancellationToken cancellationToken)
    {
        await story.DoAsync($"submitting round {round}", () => cast.Officer.SubmitAsync(mou, cancellationToken));
        story.Tell($"Gyeongsangbuk-do submitted round {round} to the Embassy of Gabon.");
    }

    /// <summary>The embassy does not answer until it is reminded on its last day.</summary>
    private async Task RemindAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var state = await story.DoAsync("reading the deadline by the API", () => program.ReadAsync(mou, cancellationToken));
        var lastDay = DateOnly.Parse(state.GetProperty("stage").GetProperty("dueDay").GetString()!, CultureInfo.InvariantCulture);
        await story.DoAsync("waiting for the embassy's link", () => cast.Embassy.SeeAsync("Mémorandum d’entente à examiner", cancellationToken));
        await waits.UntilAsync(lastDay, cancellationToken);
        await story.DoAsync("waiting for the embassy's reminder", () => cast.Embassy.SeeAsync("Rappel", cancellationToken));
        story.Tell(string.Create(CultureInfo.InvariantCulture, $"Gabon's embassy had not answered and was reminded: its last day is {lastDay:d MMMM yyyy}."));
        await story.DoAsync("signing in again", () => cast.Officer.SignInAsync(cancellationToken));
    }

    private async Task<WebPage> AskForChangesAsync(CancellationToken cancellationToken)
    {
        var page = await OpenReviewAsync(1, cancellationToken);
        Demand(!page.Form("/decision").IsPreselected("choice"), "a choice was made on the embassy's page before anybody chose");
        var form = page.Form("/decision").Choose("choice", "request-changes").Type("name", EmbassyOfficer).Type("reason", DemoMou.ReasonForChanges);
        await story.DoAsync("asking for changes with the code from a second mail", () => cast.Embassy.DecideAsync(form, cancellationToken));
        story.Tell($"Gabon's embassy asked for changes to clause 4: \"{DemoMou.ReasonForChanges}\"");
        return page;
    }

    private async Task ReviseAsync(string mou, CancellationToken cancellationToken)
    {
        await story.DoAsync("rewriting clause 4", () => cast.Officer.ReviseAsync(mou, DemoMou.ClauseInQuestion, DemoMou.RevisedClause(), cancellationToken));
        story.Tell("Gyeongsangbuk-do rewrote clause 4 in all three languages.");
    }

    private async Task OldLinkIsOverAsync(WebPage firstRound, CancellationToken cancellationToken)
    {
        var page = await story.DoAsync("opening the first round's link again", () => cast.Embassy.LookAsync(firstRound.Address.AbsolutePath, cancellationToken));
        Demand(!page.HasForm("/decision"), "the first round's link could still decide");
        story.Tell($"The link of round 1 decides nothing any more; its page says: \"{page.Heading}\"");
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        var page = await OpenReviewAsync(2, cancellationToken);
        foreach (var words in DemoMou.NewWords)
            Demand(page.Inserted.Contains(words, StringComparison.Ordinal), $"round 2 does not show \"{words}\" as new");
        Demand(page.Removed.Contains(DemoMou.OldWords, StringComparison.Ordinal), $"round 2 does not show \"{DemoMou.OldWords}\" as removed");
        story.Tell($"Round 2's page marks \"{DemoMou.OldWords}\" as removed and \"{string.Join("\", \"", DemoMou.NewWords)}\" as new.");
        var form = page.Form("/decision").Choose("choice", "accept").Type("name", EmbassyOfficer);
        await story.DoAsync("accepting with the code from a second mail", () => cast.Embassy.DecideAsync(form, cancellationToken));
        story.Tell("Gabon's embassy accepted the text of round 2; it is frozen.");
    }

    private async Task<WebPage> OpenReviewAsync(int round, CancellationToken cancellationToken)
    {
        var page = await story.DoAsync("opening the link in the embassy's mail", () => cast.Embassy.OpenLinkAsync("review", "/decision", cancellationToken));
        story.Tell($"Gabon's embassy opened the link from its mail for round {round}.");
        return page;
    }

    private async Task OpenSigningAsync(string mou, CancellationToken cancellationToken)
    {
        await story.DoAsync("opening the signing", () => cast.Officer.OpenSigningAsync(mou, cancellationToken));
        story.Tell($"Gyeongsangbuk-do asked {Cast.Governor.Name} and {Cast.Mayor.Name} to sign.");
    }

    private async Task SignAsync(LinkHolder signer, SignerToBe who, CancellationToken cancellationToken)
    {
        var page = await story.DoAsync($"opening the link in {who.Name}'s mail", () => signer.OpenLinkAsync("sign", "/signature", cancellationToken));
        var form = page.Form("/signature").Type("name", who.Name).Type("office", who.Office).Choose("intent", "yes");
        await story.DoAsync($"signing as {who.Name}", () => signer.DecideAsync(form, cancellationToken));
        story.Tell($"{who.Name}, {who.Office}, signed by link and code.");
    }

    private async Task<JsonElement> InEffectAsync(OfficeProgram program, string mou, CancellationToken cancellationToken)
    {
        var state = await story.DoAsync("reading the stage by the API", () => program.ReadAsync(mou, cancellationToken));
        var stage = state.GetProperty("stage").GetProperty("name").GetString();
        Demand(stage == "in-effect", $"the MOU is not in effect but {stage}");
        await story.DoAsync("waiting for the mails that say so", () => Task.WhenAll(
            cast.Officer.HearAsync("발효", cancellationToken), cast.GovernorSigning.HearAsync("발효", cancellationToken),
            cast.Embassy.HearAsync("En vigueur", cancellationToken), cast.MayorSigning.HearAsync("En vigueur", cancellationToken)));
        story.Tell("Office, embassy and both signers were told by mail, each in their own language.");
        story.Tell("The MOU is in effect.");
        return state;
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new DemoFailure(otherwise);
    }
}
