using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public abstract partial class TableContract
{
    [Fact]
    public async Task A_table_is_created_once()
    {
        await Refused(409, TableErrorCode.TableAlreadyExists.ToString(), () => Table.CreateAsync());

        Assert.Equal(Table.Name, (await Table.CreateIfNotExistsAsync()).Value.Name);
        Assert.Equal(Table.Name, Table.CreateIfNotExists().Value.Name);
    }

    [Fact]
    public async Task A_deleted_table_is_gone_with_its_rows()
    {
        await Table.AddEntityAsync(Row("a"));
        Assert.Equal(204, (await Table.DeleteAsync()).Status);
        Assert.Equal(404, (await Table.DeleteAsync()).Status);
        await Refused(404, "TableNotFound", () => Table.AddEntityAsync(Row("a")));
        await Refused(404, "TableNotFound", async () => await Table.QueryAsync<Row>().AsPages().GetAsyncEnumerator().MoveNextAsync());

        await Table.CreateAsync();

        Assert.Empty(Table.Query<Row>());
    }

    [Fact]
    public void Tables_are_listed_and_filtered_by_name()
    {
        var other = Service.CreateTable(NewName()).Value.Name;

        Assert.Superset(new HashSet<string> { Table.Name, other }, Service.Query().Select(table => table.Name).ToHashSet());
        Assert.Equal([other], Service.Query(table => table.Name == other).Select(table => table.Name));
        Assert.Equal([other], Service.Query((FormattableString)$"TableName eq {other}").Select(table => table.Name));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1abc")]
    [InlineData("with-hyphen")]
    [InlineData("tables")]
    public Task A_table_is_not_called_just_anything(string name) =>
        Refused(400, "InvalidResourceName", () => Service.CreateTableAsync(name));
}
