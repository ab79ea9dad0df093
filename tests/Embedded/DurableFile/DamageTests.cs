using LocalDiplomacy.DurableFile;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.Embedded.Tests.DurableFile;

/// <summary>A file whose content is not what was written, though its structure may be: it is refused as a whole, whatever its size.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Large = 18 * 1024 * 1024;
    private const string Marked = "marked content";

    private readonly TemporaryStore file = new();

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("row")]
    [InlineData("blob")]
    [InlineData("cut")]
    [InlineData("page")]
    public async Task A_large_file_that_is_damaged_in_the_middle_is_refused_and_left_alone(string damage)
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(file.Path);
        Assert.True(bytes.Length > Large, $"{bytes.Length}");
        var damaged = Damaged(bytes, damage);
        await File.WriteAllBytesAsync(file.Path, damaged);

        var refusal = Assert.Throws<StoreUnreadableException>(file.Open);

        Assert.StartsWith($"The data file {file.Path} is damaged (", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("restore it from a backup", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file.Path));
        File.Delete(file.Path);
    }

    [Fact]
    public async Task A_file_of_the_first_version_gets_its_checksums_and_keeps_its_content()
    {
        await FillAsync(rows: 300);
        Edit("ALTER TABLE entities DROP COLUMN checksum; ALTER TABLE blobs DROP COLUMN checksum; PRAGMA user_version=1");

        var store = file.Open();

        Assert.Equal(300, store.Read(scope => scope.Tables.Scan(1, new KeyRange()).Count()));
        Assert.Equal(1000, store.Read(scope => scope.Blobs.Content(1, "blob 한글"))!.Length);
        await store.WriteAsync(scope => scope.Tables.Replace(1, "7", "r", [7], null));
        store.Dispose();
        Assert.Equal([7], file.Open().Read(scope => scope.Tables.Get(1, "7", "r"))!.Body);
    }

    [Fact]
    public async Task What_goes_bad_while_the_store_is_open_is_not_handed_out()
    {
        await FillAsync(rows: 10);
        var store = file.Open();

        Edit("UPDATE entities SET body=x'00' WHERE partition_key=x'37'; UPDATE blobs SET content=x'00'");

        Assert.Equal("6", store.Read(scope => scope.Tables.Get(1, "6", "r"))!.PartitionKey);
        Assert.Throws<StoreUnreadableException>(() => store.Read(scope => scope.Tables.Get(1, "7", "r")));
        Assert.Throws<StoreUnreadableException>(() => store.Read(scope => scope.Tables.Scan(1, new KeyRange()).Count()));
        Assert.Throws<StoreUnreadableException>(() => store.Read(scope => scope.Blobs.Content(1, "blob 한글")));
        store.Dispose();
        File.Delete(file.Path);
    }

    /// <summary>Rows of about a kilobyte, one of them and one blob with content that can be found again.</summary>
    private async Task FillAsync(int rows = 20_000)
    {
        var store = file.Open();
        await store.WriteAsync(scope => scope.Tables.Create("rows") && scope.Blobs.Create("container"));
        await store.WriteAsync(scope =>
        {
            for (var row = 0; row < rows; row++) scope.Tables.Put(1, $"{row}", "r", Content(row == rows / 2 ? Marked : $"{row}"));
            scope.Blobs.Put(1, "blob 한글", "{\"properties\":\"한글\"}", Content(Marked + " of a blob"));
            return 0;
        });
        store.Dispose();
    }

    private static byte[] Content(string text)
    {
        var content = new byte[1000];
        System.Text.Encoding.ASCII.GetBytes(text, content);
        return content;
    }

    private static byte[] Damaged(byte[] whole, string damage)
    {
        if (damage == "cut") return whole[..(whole.Length / 2)];
        var damaged = (byte[])whole.Clone();
        if (damage == "page") Array.Clear(damaged, damaged.Length / 2 / 4096 * 4096, 4096);
        // One bit, which no structure of the file notices.
        else damaged[At(whole, damage == "blob" ? Marked + " of a blob" : Marked + "\0")] ^= 1;
        return damaged;
    }

    private static int At(byte[] bytes, string text)
    {
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.True(at > 0, text);
        return at;
    }

    private void Edit(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
