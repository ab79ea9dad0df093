using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Events and state rows as they were written before there were settings, several embassies and a life after the signature.</summary>
public sealed class RecordsOfBefore
{
    private const string Particulars = """{"kind":"Friendship","title":{"ko":"우호협력 양해각서"},"counterparty":{"name":{"fr":"Ville de Libreville"},"country":"GA","place":{}},"mission":"GA","fields":["CultureAndArts"],"languages":["ko","fr"],"prevailingLanguage":null}""";
    private const string Signers = """
        "localGovernment":{"side":"LocalGovernment","name":"Lee","office":"Governor","address":"g@x.example","language":"ko"},"counterparty":{"side":"Counterparty","name":"Mba","office":"Maire","address":"m@x.example","language":"fr"},"agreement":{"statement":"By letter."}
        """;

    private static readonly string[] Events =
    [
        Event(1, """{"kind":"office-member","office":"47","personId":"p1","name":"Kim"}""", $$$"""{"type":"mou.draft-created.v1","office":"47","particulars":{{{Particulars}}},"text":"{{{Sample.TextA}}}"}"""),
        Event(2, """{"kind":"api-client","office":"47","keyId":"k","label":"Archive"}""", $$$"""{"type":"mou.draft-submitted.v1","round":1,"text":"{{{Sample.TextA}}}","reviewer":{"mission":"GA","address":"review@gabon.example","language":"fr"},"answerBy":{"endsAt":"2026-12-02T15:00:00+00:00","lastDay":"2026-12-02"}}"""),
        Event(3, """{"kind":"clock"}""", """{"type":"mou.reminder-fell-due.v1","reminder":"Review","workingDaysLeft":7}"""),
        Event(4, """{"kind":"clock"}""", """{"type":"mou.fell-overdue.v1","matter":"Review"}"""),
        Event(5, """{"kind":"embassy-officer","mission":"GA","name":""}""", """{"type":"mou.link-reissued.v1","holder":"Reviewer"}"""),
        Event(6, """{"kind":"embassy-officer","mission":"GA","name":"Marie"}""", $$$"""{"type":"mou.text-accepted.v1","round":1,"text":"{{{Sample.TextA}}}","officerName":"Marie","setSigningBy":{"endsAt":"2027-01-04T15:00:00+00:00","lastDay":"2027-01-04"}}"""),
        Event(7, """{"kind":"api-client","office":"47","keyId":"k","label":"Archive"}""", $$$"""{"type":"mou.signing-opened.v1","text":"{{{Sample.TextA}}}",{{{Signers}}}}"""),
        Event(8, """{"kind":"signer","side":"Counterparty","name":"Mba"}""", Signed("Counterparty", "Mba", "Maire")),
        Event(9, """{"kind":"signer","side":"LocalGovernment","name":"Lee"}""", Signed("LocalGovernment", "Lee", "Governor")),
        Event(10, """{"kind":"signer","side":"LocalGovernment","name":"Lee"}""", """{"type":"mou.took-effect.v1","on":"2026-12-20"}"""),
    ];

    [Fact]
    public void Are_read_and_go_on()
    {
        var states = new List<Mou> { Mou.NotBegun(Sample.Id) };
        foreach (var stored in Events) states.Add(MouLifecycle.Evolve(states[^1], StoredJson.Read<RecordedEvent>(stored)));

        Assert.Equal(
            [StageName.NotBegun, StageName.Draft, StageName.UnderReview, StageName.UnderReview, StageName.UnderReview, StageName.UnderReview, StageName.Agreed,
             StageName.Signing, StageName.Signing, StageName.Signing, StageName.InEffect], states.Select(mou => mou.Stage.Name));
        Assert.True(((Stage.UnderReview)states[4].Stage).Overdue);
        Assert.Equal(new MissionId("GA"), ((Stage.UnderReview)states[2].Stage).Lead.Mission);
        Assert.Null(states[^1].Settings);
        Assert.Equal(CentralReviewMode.Off, states[^1].Rules.CentralReview);
        Assert.All(states.Skip(1), mou => PossibleState.Check(mou, mou.Stage.Name.ToString()));
        Assert.IsType<Stage.Suspended>(Sample.Carry(states[^1], new MouCommand.Suspend("A flood."), Sample.Start.AddYears(1)).Stage);
    }

    [Fact]
    public void Every_state_row_says_its_shape()
    {
        var mou = Sample.After(Sample.Create, Sample.Submit);
        var row = CaseRows.OfState(mou, new(new string('0', 64)));
        Assert.Equal(CaseRows.Shape, row.GetInt32(CaseRows.ShapeColumn));
    }

    [Fact]
    public async Task On_the_store_an_old_state_row_gives_the_case_that_its_events_give()
    {
        await using var association = new Association();
        var mou = await association.BeginAsync(Sample.Submit);
        var table = association.Tables.GetTableClient(Tables.Mous);
        var row = (await table.FindAsync(mou.Id.Value, CaseRows.State, CancellationToken.None))!;
        row.Remove(CaseRows.ShapeColumn);
        ChunkedText.Put(row, $$$"""{"id":"{{{mou.Id}}}","version":2,"stage":{"stage":"under-review","round":1}}""");
        await table.UpdateEntityAsync(row, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace);

        Assert.Equal(StoredJson.Of(mou), StoredJson.Of((await association.Cases.FindAsync(mou.Id))!));
        Assert.Equal(StageName.Agreed, (await association.DoAsync(mou.Id, Sample.Accept)).Stage.Name);
    }

    private static string Signed(string side, string name, string office) =>
        $$$"""{"type":"mou.text-signed.v1","signature":{"side":"{{{side}}}","name":"{{{name}}}","office":"{{{office}}}","intent":"I sign.","text":"{{{Sample.TextA}}}","signedAt":"2026-12-20T01:00:00+00:00"}}""";

    private static string Event(int number, string by, string happened) =>
        $$$"""{"number":{{{number}}},"at":"2026-11-{{{number + 1:D2}}}T01:00:00+00:00","by":{{{by}}},"event":{{{happened}}}}""";
}
