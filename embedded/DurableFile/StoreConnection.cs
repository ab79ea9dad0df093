using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <summary>One SQLite connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private const int BusyMilliseconds = 30_000;

    private readonly Dictionary<string, SqliteCommand> queries = [];
    private readonly Dictionary<string, StoreStatement> statements = [];

    static StoreConnection() => SQLitePCL.Batteries_V2.Init();

    public StoreConnection(string path, bool writes)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = writes ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
    }

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
