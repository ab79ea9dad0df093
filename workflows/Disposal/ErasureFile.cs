using System.Globalization;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>The record of what went as a CSV file in UTF-8 with a byte order mark, the newest first.</summary>
public static class ErasureFile
{
    /// <summary>More than a hundred years of hours; a spreadsheet takes no more.</summary>
    public const int MostLines = 1_000_000;

    private static readonly string[] Columns = ["at", "what", "count", "rule", "id", "chain_head"];

    public static byte[] Write(IEnumerable<Erasure> erasures) => CsvSheet.Write(Columns, erasures.Select(one => (IReadOnlyList<string?>)
        [one.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), one.What, one.Count.ToString(CultureInfo.InvariantCulture), one.Rule, one.Id, one.ChainHead]));
}
