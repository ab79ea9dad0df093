using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.OfficePortal.Import;

/// <summary>Reads files of drafts: a delegation's trip, a line for each partner.</summary>
public sealed class DraftFiles(ReferenceTables reference)
{
    /// <summary>Nobody meets more on one trip, and each is read by an embassy.</summary>
    public const int MostLines = 200;

    /// <summary>UTF-8 with or without its mark, UTF-16 with it, or the code page in which a Korean spreadsheet saves.</summary>
    public async Task<(IReadOnlyList<DraftLine> Lines, IReadOnlyList<SheetProblem> Problems)> ReadAsync(byte[] file, CancellationToken cancel = default)
    {
        if ((CsvSheet.Decode(file) ?? CsvSheet.DecodeKorean(file)) is not { } text) return ([], [new(1, null, FieldFault.NotUtf8)]);
        var (lines, problems) = CsvSheet.Read(text, DraftColumns.Required, DraftColumns.Optional, DraftColumns.Of);
        // A spreadsheet saves lines that were emptied as separators alone.
        lines.RemoveAll(line => line.Cells.Values.All(string.IsNullOrWhiteSpace));
        if (lines.Count == 0 && problems.Count == 0) problems.Add(new(1, null, FieldFault.Missing));
        if (lines.Count > MostLines) problems.Add(new(lines[MostLines].Number, null, FieldFault.TooMany));
        var missions = await reference.MissionsAsync(cancel).ConfigureAwait(false);
        var reading = new DraftLineReading(new RegisterPlaces([], missions), missions, problems);
        List<DraftLine> drafts = [.. lines.Take(MostLines).Select(line => (line.Number, Form: reading.Read(line))).Select(read => new DraftLine(read.Number, read.Form, UnsavedDraft.TagOf(read.Form)))];
        problems.AddRange(drafts.GroupBy(draft => draft.Tag).SelectMany(same => same.Skip(1)).Select(twice => new SheetProblem(twice.Line, null, FieldFault.Duplicate)));
        return (drafts, problems);
    }
}
