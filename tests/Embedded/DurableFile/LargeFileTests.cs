using LocalDiplomacy.DurableFile;

namespace LocalDiplomacy.Embedded.Tests.DurableFile;

/// <summary>A file that is too large to be read before it is used: what is seen at once is refused at once, the rest beside the work, and then for good.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const string Marked = "marked content";
    private readonly TemporaryStore file = new();

    public void Dispose()
    {
        File.Delete(file.Path + ".lock");
        file.Dispose();
    }

    [Fact]
    public async Task It_is_used_at_once_and_found_to_be_what_was_written()
    {
        await FillAsync();

        using var store = OpenLarge();

        Assert.Equal("7", store.Read(scope => scope.Tables.Get(1, "7", "r"))!.PartitionKey);
        await store.WriteAsync(scope => scope.Tables.Replace(1, "7", "r", [7], null));
        Assert.Null(await store.ReadToItsEnd.WaitAsync(TimeSpan.FromMinutes(2)));
        await store.WriteAsync(scope => scope.Tables.Replace(1, "8", "r", [8], null));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task One_that_was_cut_is_refused_at_once(double from)
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(file.Path);
        var cut = whole[..((int)(whole.Length * from) / 4096 * 4096)];
        await File.WriteAllBytesAsync(file.Path, cut);

        var refusal = Assert.Throws<StoreUnreadableException>(OpenLarge);

        Assert.StartsWith($"The data file {file.Path} is damaged (", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(cut, await File.ReadAllBytesAsync(file.Path));
    }

    [Theory]
    [InlineData("row")]
    [InlineData("blob")]
    [InlineData("page")]
    public async Task What_is_found_later_closes_it_and_the_next_start_refuses_it_at_once(string damage)
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(file.Path);
        if (damage == "page") Array.Clear(bytes, bytes.Length / 2 / 4096 * 4096, 4096);
        else bytes[bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(damage == "blob" ? Marked + " of a blob" : Marked + "\0"))] ^= 1;
        await File.WriteAllBytesAsync(file.Path, bytes);

        var store = OpenLarge();
        var found = await store.ReadToItsEnd.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.StartsWith($"The data file {file.Path} is damaged (", found!.Message, StringComparison.Ordinal);
        Assert.Equal(found.Message, Assert.Throws<StoreUnreadableException>(() => store.Read(scope => scope.Tables.Names())).Message);
        Assert.Equal(found.Message, (await Assert.ThrowsAsync<StoreUnreadableException>(() => store.WriteAsync(scope => scope.Tables.Create("more")))).Message);
        store.Dispose();
        Assert.Throws<StoreUnreadableException>(OpenLarge);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file.Path));
    }

    [Fact]
    public async Task A_file_that_was_put_back_in_the_place_of_a_damaged_one_is_read_to_its_end_and_used()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(file.Path);
        var damaged = (byte[])whole.Clone();
        damaged[whole.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Marked + "\0"))] ^= 1;
        await File.WriteAllBytesAsync(file.Path, damaged);
        var store = OpenLarge();
        Assert.NotNull(await store.ReadToItsEnd.WaitAsync(TimeSpan.FromMinutes(2)));
        store.Dispose();
        await File.WriteAllBytesAsync(file.Path, whole);

        OpenLarge().Dispose();

        // From then on it is no file that needs to be mistrusted.
        using var again = OpenLarge();
        Assert.Equal("7", again.Read(scope => scope.Tables.Get(1, "7", "r"))!.PartitionKey);
    }

    [Fact]
    public async Task The_log_that_a_killed_process_left_counts_as_part_of_it()
    {
        await FillAsync();
        var store = OpenLarge();
        await store.WriteAsync(scope => { scope.Tables.Put(1, "late", "r", Content("late")); return 0; });
        // What is on the disk at this moment is what a killed process leaves.
        var (main, log) = (await ReadSharedAsync(file.Path), await ReadSharedAsync(file.Path + "-wal"));
        store.Dispose();
        await File.WriteAllBytesAsync(file.Path, main);
        await File.WriteAllBytesAsync(file.Path + "-wal", log);

        using var again = OpenLarge();

        Assert.NotNull(again.Read(scope => scope.Tables.Get(1, "late", "r")));
        Assert.Null(await again.ReadToItsEnd.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_store_that_is_closed_while_it_is_read_closes_at_once()
    {
        await FillAsync();
        var store = OpenLarge();

        store.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            if (await store.ReadToItsEnd is null) throw new OperationCanceledException("It was read to its end before.");
        });
    }

    /// <summary>As if it were larger than what is read first.</summary>
    private DurableStore OpenLarge() => DurableStore.Open(file.Path, readWhollyUpTo: 0);

    private async Task FillAsync()
    {
        using var store = file.Open();
        await store.WriteAsync(scope => scope.Tables.Create("rows") && scope.Blobs.Create("container"));
        await store.WriteAsync(scope =>
        {
            for (var row = 0; row < 5000; row++) scope.Tables.Put(1, $"{row}", "r", Content(row == 2500 ? Marked : $"{row}"));
            for (var blob = 0; blob < 9; blob++) scope.Blobs.Put(1, $"blob {blob}", "{}", Content(blob == 4 ? Marked + " of a blob" : $"{blob}"));
            return 0;
        });
    }

    private static byte[] Content(string text)
    {
        var content = new byte[1000];
        System.Text.Encoding.ASCII.GetBytes(text, content);
        return content;
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
