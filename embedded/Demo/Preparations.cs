using System.Text.Json.Nodes;

namespace LocalDiplomacy.Demo;

/// <summary>What the association's secretariat does before: which steps apply, and the address of a second embassy.</summary>
internal sealed class Preparations(Cast cast, Waits waits, Story story) : Scene(cast, waits, story)
{
    private const string LegalBasis = "경상북도 국제교류협력 조례 (an ordinance, as an example)";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Story.DoAsync("signing in to the association's desk", () => Cast.Desk.OpenAsync("/desk", cancellationToken));
        await SwitchStepsOnAsync(cancellationToken);
        await PutAddressOnFileAsync(cancellationToken);
    }

    private async Task SwitchStepsOnAsync(CancellationToken cancellationToken)
    {
        var standing = await Story.DoAsync("reading the association's settings", () => Cast.Desk.AskAsync(HttpMethod.Get, "/api/desk/settings", null, null, cancellationToken));
        var settings = JsonNode.Parse(standing.Body.GetRawText())!.AsObject();
        var friendship = settings["kinds"]!.AsArray().Single(kind => (string?)kind!["kind"] == "Friendship")!;
        friendship["approval"] = true;
        friendship["council"] = new JsonObject { ["isRequired"] = true, ["legalBasis"] = LegalBasis };
        friendship["centralReview"] = "Advisory";
        (friendship["times"]!["acknowledgeWorkingDays"], friendship["times"]!["notificationDays"]) = (5, 10);
        settings["kinds"]!.AsArray().Single(kind => (string?)kind!["kind"] == "Variation")!["times"]!["notificationDays"] = 10;
        var next = new JsonObject { ["kinds"] = settings["kinds"]!.DeepClone(), ["councilRules"] = settings["councilRules"]!.DeepClone(), ["reason"] = "For the demo." };
        var done = await Story.DoAsync("switching steps on", () => Cast.Desk.AskAsync(HttpMethod.Put, "/api/desk/settings", next, standing.Version, cancellationToken));
        Demand(done.Body.GetProperty("version").GetInt32() > 0, "the settings have no version");
        Story.Tell("Lee Seo-yeon of the association switched on, for friendship: approval, the council, an advisory central review, a report within 10 days; and the report for variations.");
    }

    /// <summary>On data of a former play it is there.</summary>
    private async Task PutAddressOnFileAsync(CancellationToken cancellationToken)
    {
        const string Path = "/api/desk/missions/FR";
        var mission = (await Story.DoAsync("reading the table of missions", () => Cast.Desk.AskAsync(HttpMethod.Get, Path, null, null, cancellationToken))).Body;
        if (mission.GetProperty("contact").GetString() == Cast.FrenchEmbassyAddress) return;
        var proposed = await Story.DoAsync("proposing an embassy's address", () => Cast.Desk.AskAsync(
            HttpMethod.Post, Path + "/contact", new { address = Cast.FrenchEmbassyAddress, reason = "Note verbale no. 41" }, null, cancellationToken));
        await Story.DoAsync("signing in as the other administrator", () => Cast.Deputy.OpenAsync("/desk", cancellationToken));
        var confirmed = await Story.DoAsync("confirming it", () => Cast.Deputy.AskAsync(
            HttpMethod.Post, Path + "/contact/confirm", new { proposal = proposed.Body.GetProperty("waiting").GetProperty("proposal").GetInt32() }, null, cancellationToken));
        Demand(confirmed.Body.GetProperty("contact").GetString() == Cast.FrenchEmbassyAddress, "the embassy's address is not on file");
        await Story.DoAsync("waiting for the mail to the new address", () => Cast.FrenchEmbassy.HearAsync("", cancellationToken));
        Story.Tell("She proposed the French embassy's address, Choi Eun-ji confirmed it, and the embassy was told there: nobody alone turns its mail elsewhere.");
    }
}
