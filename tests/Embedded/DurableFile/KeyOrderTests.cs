using System.Text;
using LocalDiplomacy.DurableFile;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.Embedded.Tests.DurableFile;

public sealed class KeyOrderTests : IDisposable
{
    private readonly TemporaryStore file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Keys_sort_by_their_UTF16_units_and_come_back_as_they_were()
    {
        string[] keys = ["", "a", "a\0", "ab", "b", "é", "가", "\uD83C", "🏛", "\uDFFF", "\uE000", "\uFFFD"];
        var store = file.Open();
        await store.WriteAsync(scope =>
        {
            foreach (var key in keys.Reverse())
                scope.Tables.Insert(1, key, key, Encoding.UTF8.GetBytes("x"));
            return 0;
        });

        var read = store.Read(scope => scope.Tables.Scan(1, new KeyRange()).ToList());

        Assert.Equal(keys.Order(StringComparer.Ordinal), read.Select(row => row.PartitionKey), StringComparer.Ordinal);
        Assert.Equal(read.Select(row => row.PartitionKey), read.Select(row => row.RowKey), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("b", "", null, null, "b1 b2 b3 c1")]
    [InlineData("b", "2", "b", null, "b2 b3")]
    [InlineData("b", "2", "b", "2", "b2")]
    [InlineData("a", "9", "c", "0", "b1 b2 b3")]
    public async Task A_range_includes_its_ends(string from, string fromRow, string? to, string? toRow, string found)
    {
        var store = file.Open();
        await store.WriteAsync(scope =>
        {
            foreach (var key in new[] { "a1", "b1", "b2", "b3", "c1" })
                scope.Tables.Insert(1, key[..1], key[1..], []);
            return 0;
        });

        var rows = store.Read(scope => scope.Tables.Scan(1, new KeyRange(from, fromRow, to, toRow)).ToList());

        Assert.Equal(found, string.Join(' ', rows.Select(row => row.PartitionKey + row.RowKey)));
    }

    [Theory]
    [InlineData(null, null, "(table_id=? AND (partition_key,row_key)>(?,?))")]
    [InlineData("p", null, "(table_id=? AND (partition_key,row_key)>(?,?) AND partition_key<?)")]
    [InlineData("p", "r", "(table_id=? AND (partition_key,row_key)>(?,?) AND (partition_key,row_key)<(?,?))")]
    public void A_range_is_searched_in_the_index(string? toPartition, string? toRow, string search)
    {
        file.Open();
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + TableReader.RangeQuery(new KeyRange("p", "", toPartition, toRow));
        for (var i = 1; i <= search.Count(letter => letter == '?'); i++)
            command.Parameters.AddWithValue($"?{i}", "x");
        using var plan = command.ExecuteReader();
        plan.Read();

        Assert.Equal("SEARCH entities USING PRIMARY KEY " + search, plan.GetString(3));
        Assert.False(plan.Read());
    }
}
