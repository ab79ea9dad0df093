using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public abstract partial class TableContract
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, 123, TimeSpan.FromHours(9));

    [Fact]
    public async Task Every_type_comes_back_as_it_was()
    {
        var id = Guid.NewGuid();
        await Table.AddEntityAsync(new Row
        {
            Text = "경상북도 🏛",
            Number = -7,
            Large = long.MaxValue,
            Real = 2,
            Truth = true,
            Id = id,
            Time = Noon,
            Day = Noon.UtcDateTime,
            Bytes = [0, 1, 255],
            Data = BinaryData.FromString("data"),
            Mood = Mood.Pressed,
            Named = "named",
            Ignored = "ignored",
        });

        var row = (await Table.GetEntityAsync<Row>("p", "r")).Value;

        Assert.Equal(("경상북도 🏛", -7, long.MaxValue, 2.0, true), (row.Text, row.Number, row.Large, row.Real, row.Truth));
        Assert.Equal((id, Noon.ToUniversalTime(), Noon.UtcDateTime, Mood.Pressed), (row.Id, row.Time, row.Day, row.Mood));
        Assert.Equal(DateTimeKind.Utc, row.Day!.Value.Kind);
        Assert.Equal([0, 1, 255], row.Bytes!);
        Assert.Equal("data", row.Data!.ToString());
        Assert.Equal(("named", null), (row.Named, row.Ignored));
        Assert.NotEqual(default, row.ETag);
        Assert.InRange(row.Timestamp!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task A_dictionary_entity_keeps_its_types()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Int"] = 1,
            ["Long"] = 2L,
            ["Double"] = 3.0,
            ["Huge"] = double.PositiveInfinity,
            ["Bool"] = false,
            ["When"] = Noon,
            ["Bytes"] = new byte[] { 9 },
            ["Nothing"] = null,
            ["Text"] = "",
        });

        var entity = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2L, 3.0, double.PositiveInfinity, false), (entity.GetInt32("Int"), entity.GetInt64("Long"), entity.GetDouble("Double"), entity.GetDouble("Huge"), entity.GetBoolean("Bool")));
        Assert.Equal(Noon, entity.GetDateTimeOffset("When"));
        Assert.Equal(Noon.UtcDateTime, entity.GetDateTime("When"));
        Assert.Equal([9], entity.GetBinary("Bytes"));
        Assert.Equal("", entity.GetString("Text"));
        Assert.False(entity.ContainsKey("Nothing"));
        Assert.Null(entity["Nothing"]);
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
    }

    [Fact]
    public async Task A_key_is_added_once()
    {
        var added = await Table.AddEntityAsync(Row("a"));
        Assert.Equal(204, added.Status);
        Assert.Equal(added.Headers.ETag, (await Table.GetEntityAsync<Row>("p", "a")).Value.ETag);

        await Refused(409, "EntityAlreadyExists", () => Table.AddEntityAsync(Row("a")));
    }

    [Fact]
    public async Task What_is_missing_is_not_found()
    {
        await Refused(404, "ResourceNotFound", () => Table.GetEntityAsync<Row>("p", "a"));
        await Refused(404, "ResourceNotFound", () => Table.UpdateEntityAsync(Row("a"), ETag.All));
        Assert.False((await Table.GetEntityIfExistsAsync<Row>("p", "a")).HasValue);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "a")).Status);
    }

    [Fact]
    public async Task An_update_names_the_version_it_expects()
    {
        var first = (await Table.AddEntityAsync(Row("a", "1"))).Headers.ETag!.Value;
        var second = (await Table.UpdateEntityAsync(Row("a", "2"), first)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);

        await Refused(412, "UpdateConditionNotSatisfied", () => Table.UpdateEntityAsync(Row("a", "3"), first));
        await Refused(412, "UpdateConditionNotSatisfied", () => Table.DeleteEntityAsync("p", "a", first));
        await Table.UpdateEntityAsync(Row("a", "4"), ETag.All);
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Row("a", "5"), default));

        Assert.Equal("4", (await Table.GetEntityAsync<Row>("p", "a")).Value.Text);
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "a")).Status);
    }

    [Fact]
    public async Task Merge_keeps_and_replace_drops_what_is_not_named()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "a") { ["One"] = 1, ["Two"] = 2 });
        await Table.UpsertEntityAsync(new TableEntity("p", "a") { ["Two"] = 3 }, TableUpdateMode.Merge);
        Assert.Equal((1, 3), Numbers());

        await Table.UpdateEntityAsync(new TableEntity("p", "a") { ["One"] = 4 }, ETag.All, TableUpdateMode.Merge);
        Assert.Equal((4, 3), Numbers());

        await Table.UpsertEntityAsync(new TableEntity("p", "a") { ["Two"] = 5 }, TableUpdateMode.Replace);
        Assert.Equal((null, 5), Numbers());

        (int?, int?) Numbers()
        {
            var entity = Table.GetEntity<TableEntity>("p", "a").Value;
            return (entity.GetInt32("One"), entity.GetInt32("Two"));
        }
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("a b+c%20&=;,:@!$()*")]
    [InlineData("경상북도")]
    [InlineData("🏛")]
    public async Task A_key_may_hold_what_addresses_escape(string key)
    {
        await Table.AddEntityAsync(Row(key, partition: key));
        await Table.UpsertEntityAsync(Row(key, "2", key), TableUpdateMode.Replace);

        Assert.Equal("2", (await Table.GetEntityAsync<Row>(key, key)).Value.Text);
        Assert.Equal(key, Assert.Single(Table.Query<Row>(row => row.PartitionKey == key)).RowKey);
        Assert.Equal(204, (await Table.DeleteEntityAsync(key, key)).Status);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    public Task A_key_does_not_hold(string key) =>
        Refused(400, "OutOfRangeInput", () => Table.AddEntityAsync(Row(key)));

    [Fact]
    public async Task Limits_of_an_entity_are_refused_before_sending()
    {
        await Table.AddEntityAsync(Row("fits", new string('a', 32 * 1024)));
        await Refused(400, "PropertyValueTooLarge", () => Table.AddEntityAsync(Row("a", new string('a', (32 * 1024) + 1))));
        await Refused(400, "KeyValueTooLarge", () => Table.AddEntityAsync(Row(new string('a', 513))));
        await Refused(400, "TooManyProperties", () => Table.AddEntityAsync(Wide(253, "")));
        await Refused(400, "EntityTooLarge", () => Table.AddEntityAsync(Wide(17, new string('a', 32 * 1024))));
        await Refused(400, "PropertyNameInvalid", () => Table.AddEntityAsync(new TableEntity("p", "a") { ["no name"] = 1 }));
        await Table.AddEntityAsync(Wide(252, ""));

        static TableEntity Wide(int properties, string text)
        {
            var entity = new TableEntity("p", "wide");
            for (var i = 0; i < properties; i++)
                entity[$"P{i}"] = text;
            return entity;
        }
    }
}
