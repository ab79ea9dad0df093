using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>Keys of today's stores, and of those that began to count generations with 0.</summary>
public sealed class RowKeyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(99_999_999)]
    [InlineData(3_470_000_000_000)]
    public void Generation_and_number_are_read_from_a_key_of_any_length(long generation)
    {
        Assert.Equal((generation, 12), (RowKeys.GenerationOf(RowKeys.History(generation, 12)), RowKeys.NumberOf(RowKeys.History(generation, 12))));
        Assert.Equal((generation, 12), (RowKeys.GenerationOf(RowKeys.Activity(generation, 12)), RowKeys.NumberOf(RowKeys.Activity(generation, 12))));
        Assert.Equal((generation, 12), (RowKeys.GenerationOf(RowKeys.Outbox(generation, 12, 7)), RowKeys.NumberOf(RowKeys.Outbox(generation, 12, 7))));
        Assert.Equal(generation, RowKeys.GenerationOf(RowKeys.Received(generation)));
    }

    [Fact]
    public void Keys_of_a_store_of_before_are_written_as_they_were()
    {
        Assert.Equal("h0000000300000007", RowKeys.History(3, 7));
        Assert.Equal("o00000003000000070001", RowKeys.Outbox(3, 7, 1));
        Assert.Equal("r00000003", RowKeys.Received(3));
    }

    [Fact]
    public void An_instance_of_a_store_of_before_has_its_generation_in_32_bits()
    {
        var row = new InstanceRow { InstanceId = "it", Name = "Some", ExecutionId = "e", StartId = "s", Generation = 3 };
        var entity = row.ToEntity();
        Assert.Equal(3, InstanceRow.From(entity).Generation);

        entity["Generation"] = 3;

        Assert.Equal(3, InstanceRow.From(entity).Generation);
        Assert.IsType<long>(row.ToEntity()["Generation"]);
    }

    [Fact]
    public void An_instance_without_a_generation_is_one_of_the_first() =>
        Assert.Equal(0, InstanceRow.From(new TableEntity("it", "i")
        {
            ["InstanceId"] = "it",
            ["Name"] = "Some",
            ["ExecutionId"] = "e",
            ["StartId"] = "s",
            ["Status"] = "Running",
        }).Generation);
}
