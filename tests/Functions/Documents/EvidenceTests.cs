using System.IO.Compression;
using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Workflows;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.Functions.Tests.Documents;

[Collection(RunningCollection.Name)]
public sealed class EvidenceTests(Association association)
{
    [Fact]
    public async Task What_an_office_downloads_holds()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);

        var byApi = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/evidence")).Expect(200);
        var byPage = (await association.Officer.GetAsync($"/office/mous/{mou["id"]}/evidence")).Expect(200);

        Assert.Equal(("application/zip", "application/zip"), (byApi.ContentType, byPage.ContentType));
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await byApi.Message.Content.ReadAsByteArrayAsync());
        using (var zip = ZipFile.OpenRead(file)) Assert.Equal(4, zip.Entries.Count(entry => entry.FullName.EndsWith(".pdf", StringComparison.Ordinal) && entry.Length > 5_000));
        var said = await VerifyAsync(file);
        File.Delete(file);
        Assert.Contains("Everything holds", said, StringComparison.Ordinal);
        Assert.Contains($"Case               {mou["id"]}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_its_offices_alone()
    {
        var (mou, token) = await association.SubmittedAsync();

        (await association.OtherOffice.GetAsync($"/api/mous/{mou["id"]}/evidence")).ExpectProblem(403, "OfAnotherOffice");
        (await association.Nobody.GetAsync($"/api/mous/{mou["id"]}/evidence")).ExpectProblem(401, "SignInNeeded");
        (await association.Office.GetAsync("/api/mous/nothing/evidence")).ExpectProblem(404, "NotFound");
        (await association.Clerk.GetAsync($"/office/mous/{mou["id"]}/evidence")).ExpectPage(403);
        Assert.DoesNotContain("/evidence", (await association.NewVisitor().GetAsync($"/review/{token}")).Body, StringComparison.Ordinal);
        Assert.Contains($"/office/mous/{mou["id"]}/evidence", (await association.Officer.GetAsync($"/office/mous/{mou["id"]}")).Body, StringComparison.Ordinal);
    }

    private static async Task<string> VerifyAsync(string file)
    {
        await using var services = new ServiceCollection().AddWorkflows(new ConfigurationBuilder().Build()).BuildServiceProvider();
        using var output = new StringWriter();
        await services.GetRequiredKeyedService<Command>("verify")([file], output, CancellationToken.None);
        return output.ToString();
    }
}
