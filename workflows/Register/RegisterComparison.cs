using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>Compares the lines of a file with the register, and with each other.</summary>
/// <param name="first">The number that the first new tie gets.</param>
internal sealed class RegisterComparison(RegisterState state, RegisterSheet sheet, RegisterNumber first)
{
    private readonly ILookup<string, RegisterEntry> _there = state.Current.ToLookup(entry => KeyOf(entry.Tie), StringComparer.Ordinal);
    private readonly ILookup<string, RegisterEntry> _byReference = state.Current.Where(entry => entry.Tie.Reference is not null).ToLookup(entry => entry.Tie.Reference!, StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<ImportedLine> _read = [];
    private int _new;

    /// <param name="faults">Of the file itself.</param>
    public RegisterImportResult Of(IReadOnlyList<CsvLine> lines, IReadOnlyList<SheetProblem> faults)
    {
        var problems = faults.ToList();
        foreach (var line in lines) problems.AddRange(ProblemsOf(line));
        return problems.Count > 0 ? new RegisterImportResult.Refused([.. problems.OrderBy(problem => problem.Line)]) : new RegisterImportResult.Read(_read, false);
    }

    private List<SheetProblem> ProblemsOf(CsvLine line)
    {
        var reading = new RowReading();
        var standing = StandingOf(line, reading);
        var tie = sheet.Read(Merged(line, standing), reading);
        if (reading.Problems.Count == 0) Compare(line, tie, standing ?? Same(tie), isNumbered: standing is not null, reading);
        return [.. reading.Problems.Select(problem => SheetProblem.At(line, problem.Field, problem.Fault)).DistinctBy(problem => problem.Column)
            .OrderBy(problem => RegisterFile.Columns.IndexOf(problem.Column ?? ""))];
    }

    /// <summary>The tie that the line has the number of.</summary>
    private RegisterEntry? StandingOf(CsvLine line, RowReading reading)
    {
        if (line["number"] is not { Length: > 0 } said) return null;
        var standing = RegisterNumber.Read(said) is { } number && state.Of(number) is [.., var last] ? last : null;
        if (standing is null) reading.Add("number", FieldFault.NoSuchEntry);
        return standing;
    }

    private RegisterEntry? Same(RegisteredTie tie) =>
        (tie.Reference is { } reference ? _byReference[reference].FirstOrDefault() : null)
        ?? _there[KeyOf(tie)].FirstOrDefault(entry => tie.Reference is null || entry.Tie.Reference is null || entry.Tie.Reference == tie.Reference);

    private void Compare(CsvLine line, RegisteredTie tie, RegisterEntry? there, bool isNumbered, RowReading reading)
    {
        var name = there?.Number.Value ?? tie.Reference ?? KeyOf(tie);
        if (!_seen.Add(name)) reading.Add(isNumbered ? "number" : tie.Reference is null ? "counterparty" : "reference", FieldFault.Duplicate);
        else if (there is null) _read.Add(new(line.Number, LineOutcome.New, RegisterNumber.Of(first.Year, first.Place + _new++), tie));
        else if (SaysTheSame(there, line, tie)) _read.Add(new(line.Number, LineOutcome.Unchanged, there.Number, there.Tie));
        else if (there.Tie.Mou is not null) reading.Add("number", FieldFault.ComesFromACase);
        else if (!isNumbered) reading.Add("counterparty", FieldFault.RegisteredAlready);
        else _read.Add(new(line.Number, LineOutcome.Correction, there.Number, tie));
    }

    /// <summary>What the file has no column for is not changed by it.</summary>
    private static Dictionary<string, string> Merged(CsvLine line, RegisterEntry? standing)
    {
        var cells = standing is null ? new(StringComparer.Ordinal) : new Dictionary<string, string>(RegisterSheet.CellsOf(standing), StringComparer.Ordinal);
        foreach (var (column, cell) in line.Cells) cells[column] = cell;
        return cells;
    }

    private bool SaysTheSame(RegisterEntry there, CsvLine line, RegisteredTie tie)
    {
        var (before, now) = (RegisterSheet.CellsOf(there.Tie.On(sheet.Today)), RegisterSheet.CellsOf(tie.On(sheet.Today)));
        // As they were read, so that other words for the same kind or place are no change. A status that nobody wrote is none either.
        return before.All(cell => line[cell.Key] is null || (cell.Key == "status" && line["status"] is "") || now[cell.Key] == cell.Value);
    }

    /// <summary>What makes two lines without a number of the association's the same tie.</summary>
    private static string KeyOf(RegisteredTie tie) => string.Join(
        '|', tie.Office, tie.Kind, tie.Counterparty.Country, tie.SignedOn, FoldedWords.Of(tie.Counterparty.Name.In(Language.English)),
        FoldedWords.Of(string.Join(" ", tie.Title.ByLanguage.OrderBy(title => title.Key.Code, StringComparer.Ordinal).Select(title => title.Value))));
}
