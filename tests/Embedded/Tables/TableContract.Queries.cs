using Azure.Data.Tables;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public abstract partial class TableContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        string[] keys = ["B", "a", "b", "ä", "가", "Z", "1", "10", "2", "_", "\uFFFD", "🏛"];
        foreach (var key in keys)
            await Table.AddEntityAsync(Row(key, partition: "p"));

        var read = Table.Query<Row>(row => row.PartitionKey == "p").Select(row => row.RowKey);

        Assert.Equal(keys.Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        for (var i = 0; i < 25; i++)
            await Table.AddEntityAsync(Row($"{i:00}", partition: i % 2 == 0 ? "even" : "odd"));

        var pages = Table.Query<Row>(maxPerPage: 10).AsPages().ToList();
        var resumed = Table.Query<Row>(maxPerPage: 10).AsPages(pages[0].ContinuationToken).SelectMany(page => page.Values);

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Equal(25, pages.SelectMany(page => page.Values).Select(row => row.RowKey).Distinct().Count());
        Assert.Equal(pages.Skip(1).SelectMany(page => page.Values).Select(row => row.RowKey), resumed.Select(row => row.RowKey));
        Assert.Null(pages[^1].ContinuationToken);
    }

    [Fact]
    public async Task A_page_holds_a_thousand_rows()
    {
        foreach (var rows in Enumerable.Range(0, 1001).Chunk(100))
            await Table.SubmitTransactionAsync(rows.Select(i => new TableTransactionAction(TableTransactionActionType.Add, Row($"{i:0000}"))));

        var pages = new List<int>();
        await foreach (var page in Table.QueryAsync<Row>().AsPages())
            pages.Add(page.Values.Count);

        Assert.Equal([1000, 1], pages);
    }

    [Fact]
    public async Task One_row_key_is_found_in_all_partitions_whatever_stands_beside_it()
    {
        string[] partitions = ["a", "b", "ba", "가", "가나", "z%"];
        foreach (var partition in partitions)
            foreach (var row in partition == "ba" ? ["h1", "j"] : new[] { "h1", "i", "i0", "j" })
                await Table.AddEntityAsync(new Row { PartitionKey = partition, RowKey = row, Number = partition.Length });

        var pages = Table.Query<Row>("RowKey eq 'i'", maxPerPage: 2).AsPages().ToList();

        Assert.Equal(partitions.Where(partition => partition != "ba").Order(StringComparer.Ordinal), pages.SelectMany(page => page.Values).Select(row => row.PartitionKey));
        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(["b"], Table.Query<Row>("RowKey eq 'i' and PartitionKey ge 'b' and PartitionKey lt 'c'").Select(row => row.PartitionKey));
        Assert.Equal(["가나", "z%"], Table.Query<Row>("RowKey eq 'i' and Number eq 2").Select(row => row.PartitionKey).OrderDescending(StringComparer.Ordinal));
        Assert.Empty(Table.Query<Row>("RowKey eq 'k'"));
        Assert.Equal(5, Table.Query<Row>("RowKey ge 'i' and RowKey lt 'i0'").Count());
    }

    [Fact]
    public async Task Filters_find_what_they_say()
    {
        var id = Guid.NewGuid();
        await Table.AddEntityAsync(new Row { RowKey = "a", Text = "it's", Number = 1, Large = 5_000_000_000, Real = 0.5, Truth = true, Id = id, Time = Noon, Bytes = [1, 2], Mood = Mood.Pressed });
        await Table.AddEntityAsync(new Row { RowKey = "b", Text = "other", Number = 2, Large = 6_000_000_000, Real = 1.5, Truth = false, Id = Guid.NewGuid(), Time = Noon.AddDays(1), Bytes = [3] });
        await Table.AddEntityAsync(new Row { RowKey = "c", PartitionKey = "q" });

        Assert.Equal("a", Found($"Text eq {"it's"}"));
        Assert.Equal("ab", Found($"Number ge {1} and Number lt {3}"));
        Assert.Equal("b", Found($"Large gt {5_500_000_000}"));
        Assert.Equal("a", Found($"Real lt {1.0}"));
        Assert.Equal("a", Found($"Truth eq {true}"));
        Assert.Equal("a", Found($"Id eq {id}"));
        Assert.Equal("b", Found($"Time gt {Noon}"));
        Assert.Equal("a", Found($"Bytes eq {new byte[] { 1, 2 }}"));
        Assert.Equal("b", Found($"Text ne {"it's"}"));
        Assert.Equal("ac", Found($"(Number eq {1} and PartitionKey eq {"p"}) or RowKey eq {"c"}"));
        Assert.Equal("b", Found($"PartitionKey eq {"p"} and RowKey gt {"a"} and RowKey le {"c"}"));
        Assert.Equal("c", Found($"PartitionKey gt {"p"}"));
        Assert.Equal("b", Found($"not (Number eq {1}) and Number le {2}"));

        string Found(FormattableString filter) =>
            string.Concat(Table.Query<Row>(TableClient.CreateQueryFilter(filter)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Lambdas_say_the_same_as_filters()
    {
        var limit = 2;
        await Table.AddEntityAsync(new Row { RowKey = "a", Number = 1, Large = 10, Truth = true, Mood = Mood.Pressed, Time = Noon, Named = "n" });
        await Table.AddEntityAsync(new Row { RowKey = "b", Number = 2, Large = 20, Truth = false, Time = Noon.AddHours(1) });

        Assert.Equal("a", Found(row => row.Number < limit));
        Assert.Equal("b", Found(row => row.Large == limit * 10));
        Assert.Equal("a", Found(row => row.Truth!.Value && row.Mood == Mood.Pressed));
        Assert.Equal("b", Found(row => row.RowKey.CompareTo("b") >= 0 && row.RowKey.CompareTo("c") < 0));
        Assert.Equal("b", Found(row => row.Time > Noon));
        Assert.Equal("a", Found(row => row.Named == "n"));
        Assert.Equal("ab", Found(row => row.PartitionKey == "p" && (row.RowKey == "a" || row.RowKey == "b")));
        Assert.Equal("Number eq 1 or Number", string.Concat(TableClient.CreateQueryFilter<Row>(row => row.Number == 1 || row.Number == 2).Where(letter => letter is not ('(' or ')'))).AsSpan(0, 21).ToString());

        string Found(System.Linq.Expressions.Expression<Func<Row, bool>> filter) =>
            string.Concat(Table.Query(filter).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Only_selected_properties_come()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["One"] = 1, ["Two"] = 2 });

        var queried = Assert.Single(Table.Query<TableEntity>(select: ["RowKey", "One", "None"]));
        var read = Table.GetEntity<TableEntity>("p", "r", ["Two"]).Value;

        Assert.Equal(("r", 1, null, null), (queried.RowKey, queried.GetInt32("One"), queried.GetInt32("Two"), queried.PartitionKey));
        Assert.Equal((2, null), (read.GetInt32("Two"), read.GetInt32("One")));
    }
}
