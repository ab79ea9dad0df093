using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>One line of a file as a row of its table.</summary>
/// <param name="Version">The version that it was exported with; null where the file does not say.</param>
internal sealed record SheetLine<TRow>(int Line, TRow Row, int? Version);

/// <summary>A file, read. Its lines count only where it has no problem.</summary>
internal sealed record SheetRead<TRow>(IReadOnlyList<SheetLine<TRow>> Lines, IReadOnlyList<SheetProblem> Problems);

/// <summary>Reads the lines of one table's files.</summary>
internal sealed class SheetReading<TRow>(List<SheetProblem> problems)
{
    private readonly List<SheetLine<TRow>> _lines = [];

    public SheetRead<TRow> Result => new(_lines, [.. problems.OrderBy(problem => problem.Line)]);

    public IReadOnlyList<SheetLine<TRow>> Lines => _lines;

    public bool HasProblem(CsvLine line) => problems.Any(problem => problem.Line == line.Number);

    public void Add(CsvLine line, TRow row, RowReading reading)
    {
        int? version = null;
        if (line["version"] is { Length: > 0 } said)
        {
            if (int.TryParse(said, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read)) version = read;
            else problems.Add(SheetProblem.At(line, "version", FieldFault.Malformed));
        }

        Tell(line, reading);
        _lines.Add(new(line.Number, row, version));
    }

    public void Tell(CsvLine line, RowReading reading) =>
        problems.AddRange(reading.Problems.Select(problem => SheetProblem.At(line, ColumnOf(problem.Field), problem.Fault)).DistinctBy(problem => problem.Column));

    public void TellDuplicates(IEnumerable<(CsvLine Line, string Key)> keys) => problems.AddRange(
        keys.Where(key => key.Key.Length > 0).GroupBy(key => key.Key).SelectMany(same => same.Skip(1)).Select(twice => SheetProblem.At(twice.Line, "id", FieldFault.Duplicate)));

    /// <summary>"name.ko" stands in name_ko, "successors[1]" in successors, "validTo" in valid_to.</summary>
    internal static string ColumnOf(string field) => string.Concat(
        field.Split('[')[0].Replace('.', '_').Select(c => char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : c.ToString()));
}
