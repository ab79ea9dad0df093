using System.Text;
using CsvHelper;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What is wrong with one line of a file.</summary>
/// <param name="Line">As an editor counts; 1 is the line of the columns' names.</param>
/// <param name="Column">Null where it is the whole line.</param>
/// <param name="Value">What stands there, cut to a length that can be shown.</param>
public sealed record SheetProblem(int Line, string? Column, FieldFault Fault, string? Value = null)
{
    private const int LongestValue = 80;

    internal static SheetProblem At(CsvLine line, string column, FieldFault fault) =>
        new(line.Number, column, fault, line.Cells.GetValueOrDefault(column) is { Length: > 0 } value ? value[..Math.Min(value.Length, LongestValue)] : null);
}

/// <summary>One line by its columns. A column that the file does not have is not in it.</summary>
internal sealed record CsvLine(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Null: the file has no such column.</summary>
    public string? this[string column] => Cells.TryGetValue(column, out var cell) ? cell.Trim() : null;

    /// <summary>Several values in one cell are apart by blanks.</summary>
    public List<string>? Several(string column) => this[column]?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
}

/// <summary>Files with a line of columns' names: what a spreadsheet saves, with commas, semicolons or tabs between.</summary>
internal static class CsvSheet
{
    public const int MostLines = 5000;

    /// <returns>Null: it is no text in UTF-8. A spreadsheet's "Unicode text" has a mark that says so, and is read too.</returns>
    public static string? Decode(byte[] bytes)
    {
        try
        {
            var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
            Encoding encoding = isUtf16 ? new UnicodeEncoding(bytes[0] == 0xFE, true, true) : new UTF8Encoding(false, throwOnInvalidBytes: true);
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The code page in which a Korean spreadsheet saves "CSV" without more words.</summary>
    /// <returns>Null: it is none of that either.</returns>
    public static string? DecodeKorean(byte[] bytes)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <param name="columnOf">The column that a heading means, where columns have more than one name.</param>
    /// <returns>The lines that could be read: none where the first line does not name the columns that it must.</returns>
    public static (List<CsvLine> Lines, List<SheetProblem> Problems) Read(
        string text, IReadOnlyList<string> required, IReadOnlyList<string> optional, Func<string, string>? columnOf = null)
    {
        var (lines, problems) = (new List<CsvLine>(), new List<SheetProblem>());
        try
        {
            using var csv = CsvReader.Create(new StringReader(text), new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            if (!csv.Read()) return (lines, [new(1, null, FieldFault.Missing)]);
            var columns = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim().ToLowerInvariant()).Select(columnOf ?? (heading => heading)).ToList();
            problems.AddRange(HeaderProblems(columns, required, optional));
            for (var isSound = problems.Count == 0; isSound && csv.Read();)
            {
                var number = (int)csv.LineNumber;
                if (lines.Count == MostLines) return (lines, [new(number, null, FieldFault.TooMany)]);
                if (csv.FieldCount == columns.Count) lines.Add(LineOf(csv, number, columns));
                else problems.Add(new(number, null, FieldFault.WrongCellCount));
            }
        }
        catch (CsvFormatException malformed)
        {
            problems.Add(new(Math.Max((int)malformed.LineNumber, 1), null, FieldFault.NotCsv));
        }

        return (lines, problems);
    }

    /// <summary>With a byte order mark: Excel takes Korean for something else without it.</summary>
    public static byte[] Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> lines)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteHeader([.. columns]);
            foreach (var line in lines) csv.WriteRecord(line.Select(cell => cell ?? "").ToArray());
        }

        return file.ToArray();
    }

    private static CsvLine LineOf(CsvReader csv, int number, List<string> columns) => new(
        number, columns.Select((column, i) => (column, cell: csv.GetString(i))).ToDictionary(pair => pair.column, pair => pair.cell, StringComparer.Ordinal));

    private static IEnumerable<SheetProblem> HeaderProblems(List<string> columns, IReadOnlyList<string> required, IReadOnlyList<string> optional) =>
    [
        .. required.Except(columns).Select(column => new SheetProblem(1, column, FieldFault.ColumnMissing)),
        .. columns.Except(required).Except(optional).Select(column => new SheetProblem(1, column, FieldFault.ColumnUnknown)),
        .. columns.GroupBy(column => column).Where(same => same.Count() > 1).Select(same => new SheetProblem(1, same.Key, FieldFault.Duplicate)),
    ];
}
