using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LocalDiplomacy.Azurite;
using LocalDiplomacy.Demo;

namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>Storage that goes away is said in plain words; when it is back, everything goes on where it stood.</summary>
public sealed class StorageAwayTests
{
    [Fact]
    public async Task While_storage_is_away_everybody_is_told_so_and_afterwards_the_case_goes_on()
    {
        using var folder = new TemporaryFolder();
        await using var storage = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(folder.Path, "azurite")));
        using var program = ProgramUnderTest.StartOn(storage.ConnectionString, Path.Combine(folder.Path, "data"), ProgramUnderTest.FreePort());
        await program.ReadyAsync();
        using var cast = new Cast(program.Portal, TimeProvider.System);
        await cast.Officer.SignInAsync(default);
        using var office = new HttpClient { BaseAddress = program.Portal, DefaultRequestHeaders = { Authorization = new("Bearer", await cast.Officer.MakeKeyAsync(default)) } };
        var mou = await PostAsync(office, "/api/mous", OfficeProgram.Body(DemoMou.Load()));
        Assert.Equal(HttpStatusCode.Created, mou.Status);
        var (submit, text) = ($"/api/mous/{mou.Body.GetProperty("id").GetString()}/submit", new { textHash = mou.Body.GetProperty("textHash").GetString() });

        await storage.StopAsync();
        var refused = await PostAsync(office, submit, text);
        using var page = await office.GetAsync("/review/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        await using var again = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(folder.Path, "azurite")) { BlobPort = storage.BlobPort, TablePort = storage.TablePort });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.EndsWith("/storage-away", refused.Body.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("<h1", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(office, submit, text)).Status);
        await cast.Embassy.OpenLinkAsync("review", "/decision", default);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient office, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", Guid.NewGuid().ToString("N") } } };
        using var answer = await office.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
