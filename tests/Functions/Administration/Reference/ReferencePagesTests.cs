using System.Text;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration.Reference;

/// <summary>Reference data as an administrator edits it in a browser.</summary>
[Collection(RunningCollection.Name)]
public sealed class ReferencePagesTests(Association association)
{
    private Visitor Desk => association.Administrator;

    [Fact]
    public async Task A_change_is_saved_and_told_and_a_second_editor_keeps_what_was_typed()
    {
        const string Path = "/desk/reference/local-governments/47-%EA%B9%80%EC%B2%9C%EC%8B%9C";
        var page = (await Desk.GetAsync(Path)).ExpectPage(200);
        var version = page.Hidden(Path, "version");

        Assert.Equal(Path, (await Desk.PostAsync(Path, Gimcheon("Gimcheon City", version))).Expect(303).Location);
        var conflict = (await association.Deputy.PostAsync(Path, Gimcheon("City of Gimcheon", version))).ExpectPage(412);

        Assert.Contains("City of Gimcheon", conflict.Body, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed this", conflict.Body, StringComparison.Ordinal);
        Assert.NotEqual(version, conflict.Hidden(Path, "version"));
        (await association.Deputy.PostAsync(Path, Gimcheon("City of Gimcheon", conflict.Hidden(Path, "version")))).Expect(303);
        Assert.Contains("Choi Eun-ji", (await Desk.GetAsync(Path)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_one_that_cannot_be_is_refused_beside_its_field()
    {
        const string Path = "/desk/reference/local-governments/new";
        (await Desk.GetAsync(Path)).ExpectPage(200);

        var wrong = (await Desk.PostAsync(Path, ("id", "50-제주시"), ("level", "2"), ("parent", "50"), ("type", "City"), ("name.ko", "제주시"), ("name.en", "Jeju-si"), ("key", "k"))).ExpectPage(400);

        Assert.Contains("administrative district or city", wrong.Body, StringComparison.Ordinal);
        (await Desk.PostAsync(Path, ("id", "47-안동시"), ("level", "2"), ("parent", "47"), ("type", "City"), ("name.ko", "다른시"), ("name.en", "Other-si"), ("key", "k"))).ExpectPage(409);
        (await Desk.GetAsync("/desk/reference/local-governments/99")).ExpectPage(404);
        (await Desk.GetAsync("/desk/reference/files/people")).ExpectPage(404);
    }

    [Fact]
    public async Task A_file_is_checked_shown_and_taken()
    {
        const string Path = "/desk/reference/files/local-governments";
        const string Head = "id,level,parent,type,name_ko,name_en\n";
        var bad = (await UploadAsync(Path, Head + "41-분당구,2,41,AutonomousDistrict,분당구,Bundang-gu\n47-영주시,2,47,Town,영주시,\n")).ExpectPage(422);
        Assert.Contains("3 places need mending", bad.Body, StringComparison.Ordinal);
        Assert.False(bad.HasForm($"{Path}/apply"));

        var good = (await UploadAsync(Path, Head + "47-영주시,2,47,City,영주시,Yeongju City\n")).ExpectPage(200);
        Assert.Contains("0 added, 1 changed, 0 as they were", good.Body, StringComparison.Ordinal);
        (await Desk.PostAsync($"{Path}/apply", ("content", good.Hidden($"{Path}/apply", "content")), ("revision", good.Hidden($"{Path}/apply", "revision")), ("reason", "Own spelling"), ("key", "k"))).Expect(303);

        Assert.Contains("Yeongju City", (await Desk.GetAsync("/desk/reference/local-governments/47-%EC%98%81%EC%A3%BC%EC%8B%9C")).Body, StringComparison.Ordinal);
        Assert.StartsWith("id,level", (await Desk.GetAsync($"{Path}/export")).Expect(200).Body.TrimStart('\uFEFF'), StringComparison.Ordinal);
        // What was shown is not taken over what came after it.
        var stale = (await Desk.PostAsync($"{Path}/apply", ("content", Convert.ToBase64String(Encoding.UTF8.GetBytes(Head + "47-영주시,2,47,City,영주시,Yeongju\n"))), ("revision", "1"), ("key", "k"))).ExpectPage(409);
        Assert.Contains("Send the file again", stale.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_or_with_one_too_large_it_says_so()
    {
        const string Path = "/desk/reference/files/missions";

        Assert.Contains("Please fill this in", (await UploadAsync(Path, "")).ExpectPage(400).Body, StringComparison.Ordinal);
        (await UploadAsync(Path, new string('x', 3_000_000))).ExpectPage(413);
        (await Desk.PostAsync(Path, ("file", "x"))).ExpectPage(415);
    }

    private async Task<Answer> UploadAsync(string path, string text)
    {
        var content = new MultipartFormDataContent { { new StringContent("k"), "key" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "table.csv" } };
        return await Desk.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    private static (string, string)[] Gimcheon(string english, string version) =>
        [("version", version), ("name.ko", "김천시"), ("name.en", english), ("parent", "47"), ("type", "City"), ("validFrom", ""), ("validTo", ""), ("successors", ""), ("key", "k")];
}
