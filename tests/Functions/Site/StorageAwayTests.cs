using LocalDiplomacy.Azurite;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Site;

/// <summary>Azurite stops under the running program, and comes back.</summary>
public sealed class StorageAwayTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private AzuriteProcess _azurite = null!;
    private RunningProgram _program = null!;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder));
        _program = await RunningProgram.StartAsync(new Dictionary<string, string> { ["AzureWebJobsStorage"] = _azurite.ConnectionString });
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Meanwhile_everyone_is_told_so_and_afterwards_everything_goes_on()
    {
        using var officer = new Visitor(_program.Address);
        var mailbox = new Mailbox(_program.Address);
        var code = await mailbox.CodeAsync("officer@gyeongbuk.example", async () => (await officer.PostAsync("/sign-in", ("address", "officer@gyeongbuk.example"))).Expect(303));
        (await officer.PostAsync("/sign-in/code", ("code", code))).Expect(303);
        var path = (await officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form(), ("action", "save"), ("key", "first")))).Expect(303).Location!;
        var (blobs, tables) = (_azurite.BlobPort, _azurite.TablePort);

        await _azurite.StopAsync();
        var page = (await officer.GetAsync("/office")).ExpectPage(503);
        var json = await officer.GetAsync("/api/mous");
        json.ExpectProblem(503, "StorageAway");
        var health = (await officer.GetAsync("/api/health/ready")).Expect(503);
        var refused = await officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form("Sent while away."), ("action", "save"), ("key", "second")));
        (await officer.GetAsync("/style.css")).Expect(200);

        Assert.Equal("5", page.Header("Retry-After"));
        Assert.Equal("5", json.Header("Retry-After"));
        Assert.Equal("unwell", (string?)health.Json["status"]);
        refused.ExpectPage(503);

        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder) { BlobPort = blobs, TablePort = tables });
        await Waiting.UntilAsync("the program is well again", _program.IsWellAsync);
        (await officer.GetAsync(path)).ExpectPage(200);
        (await officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form("Sent while away."), ("action", "save"), ("key", "second")))).Expect(303);
        var submitted = await officer.PostAsync(path + "/submit", ("text", (await officer.GetAsync(path)).Hidden("/submit", "text")), ("key", "third"));
        submitted.Expect(303);
        Assert.NotEqual("", await mailbox.LinkAsync(Association.EmbassyAddress, "review"));
    }
}
