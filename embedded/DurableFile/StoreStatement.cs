using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalDiplomacy.DurableFile;

/// <summary>A prepared statement that changes rows, or looks at them. It goes past the data reader that a command would make for each execution, which
/// costs more than the statement.</summary>
internal sealed class StoreStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public StoreStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>How many rows it changed.</summary>
    public int Execute(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        var answer = raw.sqlite3_step(statement);
        // The reset repeats the answer of a step that failed.
        var reset = raw.sqlite3_reset(statement);
        if (answer is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            Check(reset == raw.SQLITE_OK ? answer : reset);
        return raw.sqlite3_changes(database);
    }

    /// <summary>Goes through its rows up to the first one that is wrong.</summary>
    public string? Find(Predicate<sqlite3_stmt> isWrong, Func<sqlite3_stmt, string> name)
    {
        int answer;
        while ((answer = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            if (isWrong(statement))
                return name(statement);
        if (answer != raw.SQLITE_DONE)
            Check(answer);
        return null;
    }

    /// <summary>Goes through its rows for these values, as long as it is told to.</summary>
    public void Look(ReadOnlySpan<object?> values, Predicate<sqlite3_stmt> look)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        int answer;
        while ((answer = raw.sqlite3_step(statement)) == raw.SQLITE_ROW && look(statement))
        {
        }

        var reset = raw.sqlite3_reset(statement);
        if (answer is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            Check(reset == raw.SQLITE_OK ? answer : reset);
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        // A blob of no bytes would be bound as NULL.
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, index, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new ArgumentException($"A statement takes no {value.GetType()}."),
    };

    private void Check(int answer)
    {
        if (answer == raw.SQLITE_OK) return;
        var extended = raw.sqlite3_extended_errcode(database);
        throw new SqliteException(
            $"SQLite Error {answer & 0xFF}: '{raw.sqlite3_errmsg(database).utf8_to_string()}'.", answer & 0xFF, extended);
    }
}
