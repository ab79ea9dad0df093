using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Tests.Archive;

/// <summary>What cannot be imported is refused in one line that says what to do, and the store stays as it was.</summary>
public sealed class RefusedImports : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("refused-");
    private readonly Association _here = new();
    private readonly Association _there = new();

    private string Archive => PathOf("good.zip");

    public async Task InitializeAsync()
    {
        await _here.LoadBeginningsAsync();
        await _here.BeginAsync(Sample.Submit);
        await _here.Get<StoreExport>().RunAsync(Archive, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_archive_that_was_cut_off()
    {
        var whole = await File.ReadAllBytesAsync(Archive);
        foreach (var length in new[] { whole.Length - 1, whole.Length - 64, whole.Length - 200, whole.Length / 2, 100 })
            await RefusedAsync(await WriteAsync(whole[..length]), "cut off or changed");
    }

    [Fact]
    public async Task An_archive_in_which_one_byte_is_another()
    {
        var whole = await File.ReadAllBytesAsync(Archive);
        for (var at = 80; at < whole.Length; at += whole.Length / 40)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            await RefusedAsync(await WriteAsync(changed), "cut off or changed");
        }
    }

    [Fact]
    public async Task An_archive_to_which_something_was_added() =>
        await RefusedAsync(await WriteAsync([.. await File.ReadAllBytesAsync(Archive), 0]), "cut off or changed");

    [Fact]
    public async Task An_archive_whose_content_was_exchanged_and_sealed_again() =>
        await RefusedAsync(await RewriteAsync("tables/People", text => text.Replace("Kim", "Lee", StringComparison.Ordinal)), "cut off or changed");

    [Fact]
    public async Task An_archive_of_a_newer_format() => await RefusedAsync(
        await RewriteAsync(ArchiveManifest.Entry, text => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)),
        "has format 2, and this program reads 1");

    [Fact]
    public async Task An_archive_with_a_table_that_is_not_known() => await RefusedAsync(
        await RewriteAsync(ArchiveManifest.Entry, text => text.Replace("tables/Links", "tables/Others", StringComparison.Ordinal)),
        "has other parts than this program knows");

    [Fact]
    public async Task Another_file()
    {
        await RefusedAsync(await WriteAsync([]), "no archive of this program");
        await RefusedAsync(await WriteAsync(Encoding.UTF8.GetBytes(new string('x', 1000))), "no archive of this program");
        using var zip = new MemoryStream();
        await using (var other = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) other.CreateEntry("other.txt");
        await RefusedAsync(await WriteAsync(zip.ToArray()), "no archive of this program");
        await RefusedAsync(PathOf("missing.zip"), "There is no file");
    }

    [Fact]
    public async Task A_store_that_was_started_before()
    {
        await _there.LoadBeginningsAsync();

        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => ImportAsync(Archive));

        Assert.Contains("not empty (table People has rows)", refusal.Message, StringComparison.Ordinal);
        Assert.False(await _there.Get<ImportMark>().IsUnfinishedAsync(CancellationToken.None));
        await StartAsync();
    }

    [Fact]
    public async Task An_export_onto_a_file_that_is_there_leaves_it_alone()
    {
        var before = await File.ReadAllBytesAsync(Archive);

        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => _here.Get<StoreExport>().RunAsync(Archive, CancellationToken.None));

        Assert.Contains("is there already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Archive));
    }

    [Fact]
    public async Task An_empty_store_is_not_exported()
    {
        await Assert.ThrowsAsync<ArchiveException>(() => _there.Get<StoreExport>().RunAsync(PathOf("empty.zip"), CancellationToken.None));

        Assert.Equal([Archive], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task After_a_crash_nothing_starts_until_the_import_was_repeated(int transaction)
    {
        var transactions = 0;
        _there.Tables.AfterTransaction = _ => Interlocked.Increment(ref transactions) >= transaction ? throw new InvalidOperationException("Crash") : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => ImportAsync(Archive));

        var refusal = await Assert.ThrowsAsync<HostAbortedException>(StartAsync);
        Assert.Contains("repeat it with 'import FILE'", refusal.Message, StringComparison.Ordinal);

        _there.Tables.AfterTransaction = _ => Task.CompletedTask;
        await ImportAsync(Archive);
        await StartAsync();
        await _there.Get<StoreExport>().RunAsync(PathOf("again.zip"), CancellationToken.None);
        Assert.Equal(await File.ReadAllBytesAsync(Archive), await File.ReadAllBytesAsync(PathOf("again.zip")));
    }

    [Fact]
    public async Task What_another_program_writes_in_between_is_found_at_the_end()
    {
        _there.Tables.AfterTransaction = async table =>
        {
            if (table == Tables.LocalGovernments)
                await _there.Tables.GetTableClient(Tables.People).UpsertEntityAsync(new TableEntity("somebody", "else"));
        };

        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => ImportAsync(Archive));

        Assert.Contains("tables/People is not what the archive holds", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HostAbortedException>(StartAsync);
    }

    private async Task RefusedAsync(string path, string because)
    {
        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => ImportAsync(path));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Null(await _there.Get<StoreReader>().FindContentAsync(CancellationToken.None));
        Assert.False(await _there.Get<ImportMark>().IsUnfinishedAsync(CancellationToken.None));
    }

    private Task<ImportSummary> ImportAsync(string path) => _there.Get<StoreImport>().RunAsync(path, CancellationToken.None);

    private Task StartAsync() => new UnfinishedImport(_there.Get<ImportMark>(), TimeProvider.System).StartAsync(CancellationToken.None);

    private async Task<string> WriteAsync(byte[] content)
    {
        var path = PathOf("bad.zip");
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    /// <summary>The archive with another text in one entry, and a seal that fits.</summary>
    private async Task<string> RewriteAsync(string changed, Func<string, string> change)
    {
        var path = PathOf("rewritten.zip");
        await using var file = new FileStream(path, FileMode.Create);
        await using (var from = await ZipFile.OpenReadAsync(Archive))
        await using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = ArchiveSeal.Blank })
        {
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync());
                await using var writer = new StreamWriter(await to.CreateEntry(entry.FullName).OpenAsync());
                var text = await reader.ReadToEndAsync();
                await writer.WriteAsync(entry.FullName == changed ? change(text) : text);
            }
        }

        await ArchiveSeal.PutAsync(file, CancellationToken.None);
        return path;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
