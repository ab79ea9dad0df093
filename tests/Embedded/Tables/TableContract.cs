using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.Embedded.Tests.Tables;

/// <summary>What every table storage does; adopted by the durable file and by Azurite.</summary>
public abstract partial class TableContract : IAsyncLifetime
{
    protected abstract string ConnectionString { get; }

    protected TableServiceClient Service => new(ConnectionString);

    protected TableClient Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Table = Service.GetTableClient(NewName());
        await Table.CreateAsync();
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    protected static string NewName() => $"t{Guid.NewGuid():N}";

    protected static Row Row(string row, string text = "text", string partition = "p") =>
        new() { PartitionKey = partition, RowKey = row, Text = text };

    protected static async Task<RequestFailedException> Refused(int status, string code, Func<Task> action)
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(action);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
        return refusal;
    }
}
