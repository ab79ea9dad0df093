using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.Functions.Tests.Site;

/// <summary>Mail scanners open every link: no GET and no HEAD changes a row or a blob, but for the note that it was opened.</summary>
[Collection(RunningCollection.Name)]
public sealed class NothingChangesByReadingTests(Association association)
{
    private static readonly string[] OfTheEngine = ["HostTimers", "LocalDiplomacy", "Mailbox", "LinkOpenings"];

    [Fact]
    public async Task Every_address_is_read_by_everyone_and_the_store_stays_as_it_was()
    {
        var (mou, token) = await association.SubmittedAsync();
        var (_, governor, _, _) = await association.SigningAsync();
        await Waiting.UntilAsync("the mails are out", async () =>
        {
            var before = await ContentAsync();
            await Task.Delay(300);
            return before.SequenceEqual(await ContentAsync());
        });
        var paths = HttpFunctions.All.Where(f => f.Methods.Contains("get")).SelectMany(f => Addresses(f.Route, (string)mou["id"]!, [token, governor])).ToList();
        var before = await ContentAsync();

        foreach (var path in paths)
        {
            foreach (var visitor in new[] { association.Officer, association.Clerk, association.Administrator, association.NewVisitor() })
            {
                var get = await visitor.GetAsync(path);
                var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
                Assert.Equal((path, get.Code, ""), (path, head.Code, head.Body));
                Assert.NotEqual(500, get.Code);
            }

            (await association.Office.GetAsync(path)).Message.Dispose();
        }

        Assert.True(paths.Count > 25);
        Assert.Contains(before, r => r.StartsWith("Mous/", StringComparison.Ordinal));
        Assert.Equal(before, await ContentAsync());
    }

    private static IEnumerable<string> Addresses(string route, string id, string[] tokens)
    {
        var path = "/" + route.Replace("{document}", "original-counterparty.pdf", StringComparison.Ordinal).Replace("{ignored:maxlength(0)?}", "", StringComparison.Ordinal).Replace("{**rest}", "nothing", StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal).Replace("{id:minlength(4)}", id, StringComparison.Ordinal).Replace("{n:int}", "1", StringComparison.Ordinal);
        return path.Contains("{token", StringComparison.Ordinal)
            ? tokens.Select(t => path[..path.IndexOf('{', StringComparison.Ordinal)] + t + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..])
            : [path];
    }

    /// <summary>Every row and blob with its stamp, which changes with it. The engine's own tables move by themselves, and who opened a link is noted beside the cases.</summary>
    private async Task<List<string>> ContentAsync()
    {
        var file = Path.Combine(association.Program.DataFolder, "store.db");
        await using var store = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await store.OpenAsync();
        await using var read = store.CreateCommand();
        read.CommandText = """
            SELECT t.name || '/' || hex(e.partition_key) || '/' || hex(e.row_key) || '@' || e.stamp FROM entities e JOIN tables t ON t.id = e.table_id
            UNION ALL SELECT 'blob/' || hex(name) || '@' || stamp FROM blobs ORDER BY 1
            """;
        var rows = new List<string>();
        await using var reader = await read.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return [.. rows.Where(r => !OfTheEngine.Any(t => r.StartsWith(t, StringComparison.OrdinalIgnoreCase)))];
    }
}
