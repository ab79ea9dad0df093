using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Storage;

/// <summary>What a table may be called.</summary>
internal static partial class TableRules
{
    /// <exception cref="RequestFailedException">400 InvalidResourceName.</exception>
    public static void CheckName(string table)
    {
        if (!Name().IsMatch(table) || table.Equals("tables", StringComparison.OrdinalIgnoreCase))
            throw TableFailure.Of(400, "InvalidResourceName", "A table's name has 3 to 63 letters and digits and begins with a letter.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex Name();
}
