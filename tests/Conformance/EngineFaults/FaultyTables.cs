using Azure.Data.Tables;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>The tables of a connection, behind faults.</summary>
public sealed class FaultyTables : TableServiceClient
{
    private readonly string connection;
    private readonly Faults faults;

    public FaultyTables(string connection, Faults faults)
        : base(connection) => (this.connection, this.faults) = (connection, faults);

    public override TableClient GetTableClient(string tableName) => new FaultyTable(connection, tableName, faults);
}
