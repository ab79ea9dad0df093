using LocalDiplomacy.DurableFile;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.Embedded.Tests.DurableFile;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryStore file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void All_clients_of_a_path_share_one_store() =>
        Assert.Same(file.Open(), DurableStore.Open(Path.Combine(Path.GetDirectoryName(file.Path)!, ".", "data.db")));

    [Fact]
    public void A_file_that_another_has_locked_is_refused()
    {
        using var other = new FileStream(file.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var refusal = Assert.Throws<StoreInUseException>(file.Open);

        Assert.StartsWith($"The data file {file.Path} is in use by another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_store_says_so_and_can_be_opened_again()
    {
        var store = file.Open();
        var last = store.WriteAsync(scope => scope.Tables.Create("kept"));
        store.Dispose();

        Assert.True(await last);
        await Assert.ThrowsAsync<StoreClosedException>(() => store.WriteAsync(scope => scope.Tables.Create("lost")));
        Assert.Throws<StoreClosedException>(() => store.Read(scope => scope.Tables.Names()));
        Assert.Equal(["kept"], file.Open().Read(scope => scope.Tables.Names()));
    }

    [Fact]
    public void A_file_of_something_else_is_refused_and_left_alone()
    {
        File.WriteAllText(file.Path, string.Concat(Enumerable.Repeat("not a data file\n", 1000)));

        Assert.Throws<StoreUnreadableException>(file.Open);

        Assert.StartsWith("not a data file", File.ReadAllText(file.Path), StringComparison.Ordinal);
        File.Delete(file.Path);
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Edit("CREATE TABLE other (id)");

        var refusal = Assert.Throws<StoreUnreadableException>(file.Open);

        Assert.Contains("belongs to another program", refusal.Message, StringComparison.Ordinal);
        File.Delete(file.Path);
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused()
    {
        file.Open().Dispose();
        Edit("PRAGMA user_version=3");

        Assert.Contains("format 3", Assert.Throws<StoreUnreadableException>(file.Open).Message, StringComparison.Ordinal);
        Edit("PRAGMA user_version=2");
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        var store = file.Open();
        await store.WriteAsync(scope => scope.Tables.Create("rows"));
        for (var i = 0; i < 200; i++)
            await store.WriteAsync(scope => { scope.Tables.Put(1, $"{i}", "r", new byte[500]); return 0; });
        store.Dispose();
        var whole = await File.ReadAllBytesAsync(file.Path);
        var damaged = (byte[])whole.Clone();
        Array.Fill(damaged, (byte)0x5A, whole.Length / 2, 8192);
        await File.WriteAllBytesAsync(file.Path, damaged);

        var refusal = Assert.Throws<StoreUnreadableException>(file.Open);

        Assert.Contains("is damaged", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        await File.WriteAllBytesAsync(file.Path, whole);
    }

    [Theory]
    [InlineData(0, 100, false)]
    [InlineData(0.4, 16384, false)]
    [InlineData(0, 0, true)]
    [InlineData(0.5, 0, true)]
    [InlineData(0.01, 0, true)]
    public async Task A_file_that_was_cut_or_overwritten_with_zeros_is_refused_with_its_name_and_the_remedy_and_left_alone(
        double from, int zeros, bool isCut)
    {
        var store = file.Open();
        await store.WriteAsync(scope => scope.Tables.Create("rows"));
        await store.WriteAsync(scope =>
        {
            for (var row = 0; row < 500; row++) scope.Tables.Put(1, $"{row}", "r", new byte[500]);
            return 0;
        });
        store.Dispose();
        var whole = await File.ReadAllBytesAsync(file.Path);
        var at = (int)(whole.Length * from);
        var damaged = isCut ? whole[..at] : whole;
        Array.Clear(damaged, at, zeros);
        await File.WriteAllBytesAsync(file.Path, damaged);

        var refusal = Assert.Throws<StoreUnreadableException>(file.Open);

        Assert.Contains(file.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("restore it from a backup", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file.Path));
        File.Delete(file.Path);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(file.Path, "");

        var refusal = Assert.Throws<StoreNotWritableException>(() => DurableStore.Open(Path.Combine(file.Path, "below", "data.db")));

        Assert.Contains("cannot be written", refusal.Message, StringComparison.Ordinal);
        File.Delete(file.Path);
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
