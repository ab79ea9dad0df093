using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>What retention erased, as the association reads it.</summary>
[Collection(ClockCollection.Name)]
public sealed class ErasuresTests(AssociationUnderAClock association)
{
    [Fact]
    public async Task What_went_is_listed_in_pages_and_as_a_file_and_says_nothing_of_what_it_said()
    {
        await association.SkipToAsync(association.Today.AddDays(3));
        var reader = await association.SignInAsync("auditor@garok.example");
        await Waiting.UntilAsync("something went", async () => (await reader.GetAsync("/api/desk/erasures")).Expect(200).Json["items"]!.AsArray().Count > 1);

        var first = (await reader.GetAsync("/api/desk/erasures?limit=1")).Expect(200);
        var next = (string?)first.Json["next"];
        var second = (await reader.GetAsync($"/api/desk/erasures?limit=1&cursor={next}")).Expect(200);
        Assert.NotEqual(first.Json["items"]![0]!.ToJsonString(), second.Json["items"]![0]!.ToJsonString());
        Assert.True((int)first.Json["items"]![0]!["count"]! > 0);
        Assert.True((DateTimeOffset)first.Json["items"]![0]!["at"]! >= (DateTimeOffset)second.Json["items"]![0]!["at"]!);
        var file = (await reader.GetAsync("/api/desk/erasures.csv")).Expect(200);
        Assert.Equal("text/csv", file.ContentType);
        Assert.StartsWith("at,what,count,rule,id,chain_head", file.Body.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain("@", file.Body, StringComparison.Ordinal);
        Assert.Contains("Expired for a day", (await reader.GetAsync("/desk/erasures")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Equal(1, (await reader.GetAsync("/desk")).ExpectPage(200).CountOf("a[href='/desk/erasures']"));
        (await reader.GetAsync("/api/desk/erasures?cursor=x")).ExpectProblem(400, "QueryWrong");
        (await reader.GetAsync("/desk/erasures?cursor=x")).ExpectPage(400);
        (await association.Office.GetAsync("/api/desk/erasures")).ExpectProblem(403, "NotForYou");
    }
}
