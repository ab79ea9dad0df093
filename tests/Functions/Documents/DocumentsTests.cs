using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Documents;

[Collection(RunningCollection.Name)]
public sealed class DocumentsTests(Association association)
{
    [Theory]
    [InlineData(CasePapers.OfLocalGovernment)]
    [InlineData(CasePapers.OfCounterparty)]
    [InlineData(CasePapers.Record)]
    public async Task An_office_gets_its_documents_by_page_and_by_API_the_same(string document)
    {
        var id = (string)(await association.DraftAsync())["id"]!;

        var byPage = (await association.Officer.GetAsync($"/office/mous/{id}/documents/{document}")).Expect(200);
        var byApi = (await association.Office.GetAsync($"/api/mous/{id}/documents/{document}", ("Accept-Language", "en"))).Expect(200);
        var again = await association.Office.GetAsync($"/api/mous/{id}/documents/{document}", ("Accept-Language", "en"), ("If-None-Match", byApi.ETag!));

        Assert.Equal("application/pdf", byPage.ContentType);
        Assert.Equal($"attachment; filename=\"{id}-{document}\"", byPage.Header("Content-Disposition"));
        Assert.StartsWith("%PDF-1.7", byPage.Body, StringComparison.Ordinal);
        Assert.Equal(await byPage.Message.Content.ReadAsByteArrayAsync(), await byApi.Message.Content.ReadAsByteArrayAsync());
        Assert.Equal((304, ""), (again.Code, again.Body));
    }

    [Fact]
    public async Task Another_office_and_nobody_get_none()
    {
        var id = (string)(await association.DraftAsync())["id"]!;
        var path = $"/api/mous/{id}/documents/{CasePapers.Record}";

        (await association.OtherOffice.GetAsync(path)).ExpectProblem(403, "OfAnotherOffice");
        (await association.Nobody.GetAsync(path)).ExpectProblem(401, "SignInNeeded");
        (await association.Clerk.GetAsync($"/office/mous/{id}/documents/{CasePapers.Record}")).ExpectPage(403);
    }

    [Fact]
    public async Task What_is_no_document_is_not_found()
    {
        var id = (string)(await association.DraftAsync())["id"]!;

        (await association.Office.GetAsync($"/api/mous/{id}/documents/secrets.pdf")).ExpectProblem(404, "NoSuchAddress");
        (await association.Office.GetAsync($"/api/mous/{id}/documents/{CasePapers.OfCounterparty}?round=1")).ExpectProblem(404, "NotFound");
        (await association.Officer.GetAsync($"/office/mous/{id}/documents/..%2Frecord.pdf")).ExpectPage(404);
    }

    [Fact]
    public async Task Whoever_holds_a_link_gets_its_text_and_not_the_record()
    {
        var (mou, token) = await association.SubmittedAsync();
        var ofOffice = await association.Office.GetAsync($"/api/mous/{mou["id"]}/documents/{CasePapers.OfCounterparty}");

        var byPage = (await association.NewVisitor().GetAsync($"/review/{token}/documents/{CasePapers.OfCounterparty}")).Expect(200);
        var byApi = (await association.Nobody.GetAsync($"/api/links/{token}/documents/{CasePapers.OfCounterparty}")).Expect(200);

        Assert.Equal((ofOffice.ETag, ofOffice.ETag), (byPage.ETag, byApi.ETag));
        // The file's name says which round it is, and not the case's id.
        Assert.All(new[] { byPage, byApi }, file => Assert.Equal($"attachment; filename=\"round-1-{CasePapers.OfCounterparty}\"", file.Header("Content-Disposition")));
        (await association.Nobody.GetAsync($"/api/links/{token}/documents/{CasePapers.Record}")).ExpectProblem(404, "NoSuchAddress");
        (await association.Nobody.GetAsync($"/api/links/nothing/documents/{CasePapers.OfCounterparty}")).ExpectProblem(404, "LinkUnknown");
        var page = await association.NewVisitor().GetAsync($"/review/{token}");
        Assert.Contains($"/review/{token}/documents/{CasePapers.OfLocalGovernment}", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(CasePapers.Record, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_link_gives_no_text_any_more_and_one_that_answered_still_does()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);
        (await association.Nobody.GetAsync($"/api/links/{token}/documents/{CasePapers.OfCounterparty}")).Expect(200);

        var (withdrawn, dead) = await association.SubmittedAsync();
        (await association.Office.PostAsync($"/api/mous/{withdrawn["id"]}/withdraw", new JsonObject { ["reason"] = "The visit is off." })).Expect(200);
        (await association.Nobody.GetAsync($"/api/links/{dead}/documents/{CasePapers.OfCounterparty}")).ExpectProblem(410, "LinkOver");
    }

    [Fact]
    public async Task A_letter_that_no_font_has_is_named_and_nothing_is_sent()
    {
        var id = (string)(await association.DraftAsync("Cooperation with กรุงเทพ"))["id"]!;

        var problem = (await association.Office.GetAsync($"/api/mous/{id}/documents/{CasePapers.OfCounterparty}")).ExpectProblem(422, "NotPrintable");
        var page = (await association.Officer.GetAsync($"/office/mous/{id}/documents/{CasePapers.OfCounterparty}")).ExpectPage(422);

        Assert.Contains("ก (U+0E01)", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.True(problem["errors"]!.AsObject().ContainsKey("clauses[0].body.en"));
        Assert.Contains("ก (U+0E01)", System.Net.WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
    }
}
