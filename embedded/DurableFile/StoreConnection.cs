using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalDiplomacy.DurableFile;

/// <summary>One SQLite connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    private const int BusyMilliseconds = 30_000;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> queries = [];
    private readonly Dictionary<string, StoreStatement> statements = [];

    static StoreConnection() => Batteries_V2.Init();

    public StoreConnection(string path, bool writes)
    {
        Path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = writes ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
    }

    public string Path { get; }

    public void Run(string sql, params ReadOnlySpan<object?> values) => Change(sql, values);

    /// <summary>How many rows it changed.</summary>
    public int Change(string sql, params ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = new StoreStatement(connection.Handle!, sql);
        return statement.Execute(values);
    }

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar();

    public SqliteDataReader Read(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>For whoever keeps it; disposed before this.</summary>
    public StoreStatement Prepare(string sql) => new(connection.Handle!, sql);

    /// <summary>The first row of a query that is wrong, by its name; columns are looked at where they are, and not copied.</summary>
    public string? Find(string sql, Predicate<sqlite3_stmt> isWrong, Func<sqlite3_stmt, string> name)
    {
        using var statement = new StoreStatement(connection.Handle!, sql);
        return statement.Find(isWrong, name);
    }

    /// <summary>Lets statements of this connection call <see cref="RowChecksum"/> as row_checksum.</summary>
    public void LetCompute() => connection.CreateFunction(
        "row_checksum",
        (long owner, byte[] first, byte[] second, long stamp, byte[] content) => RowChecksum.Of(owner, first, second, stamp, content),
        isDeterministic: true);

    /// <summary>For PRAGMA and schema, which are neither prepared nor kept.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        foreach (var query in queries.Values)
            query.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!queries.TryGetValue(sql, out var query))
            queries[sql] = query = Prepare(sql, values.Length);
        for (var i = 0; i < values.Length; i++)
            query.Parameters[i].Value = values[i] ?? DBNull.Value;
        return query;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var statement = connection.CreateCommand();
        statement.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            statement.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return statement;
    }
}
