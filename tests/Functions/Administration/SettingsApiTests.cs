using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

[Collection(RunningCollection.Name)]
public sealed class SettingsApiTests(Association association)
{
    private const string Path = "/api/desk/settings";

    /// <summary>Without steps, so that the other tests' cases go their way; with a rule for a local government that none of them is.</summary>
    [Fact]
    public async Task A_change_is_the_next_version_with_its_author_and_new_cases_carry_it()
    {
        var read = (await association.Administrator.GetAsync(Path)).Expect(200);
        var body = new JsonObject { ["kinds"] = read.Json["kinds"]!.DeepClone(), ["reason"] = "The ordinance of Seoul" };
        body["councilRules"] = new JsonArray(new JsonObject
        {
            ["office"] = "11",
            ["kind"] = "Friendship",
            ["rule"] = new JsonObject { ["isRequired"] = true, ["legalBasis"] = "서울특별시 국제교류 조례" },
        });

        (await PutAsync(body, null)).ExpectProblem(428, "IfMatchMissing");
        var done = (await PutAsync(body, read.ETag)).Expect(200);
        Assert.Equal((int)read.Json["version"]! + 1, (int)done.Json["version"]!);
        Assert.Equal($"\"{(int)done.Json["version"]!}\"", done.ETag);
        body["reason"] = "Another";
        body["councilRules"] = new JsonArray();
        (await PutAsync(body, read.ETag)).ExpectProblem(412, "Stale");

        var newest = (await association.Administrator.GetAsync(Path + "/history")).Expect(200).Json["items"]![0]!;
        Assert.Equal(("Lee Seo-yeon", "The ordinance of Seoul"), ((string?)newest["by"], (string?)newest["reason"]));
        await association.SubmittedAsync();
    }

    [Fact]
    public async Task It_is_the_desks_alone_and_says_what_is_wrong()
    {
        (await association.Officer.GetAsync(Path)).ExpectProblem(403, "NotForYou");
        (await association.Nobody.GetAsync(Path)).ExpectProblem(401, "SignInNeeded");
        var problem = (await PutAsync(new JsonObject { ["kinds"] = new JsonArray() }, "*")).ExpectProblem(400, "FieldsWrong");
        Assert.Equal(["reason", "kinds"], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    private async Task<Answer> PutAsync(JsonObject body, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await association.Administrator.SendAsync(request);
    }
}
