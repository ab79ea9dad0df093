using System.Security.Cryptography;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What a line of a file is to the register.</summary>
public enum LineOutcome { New, Correction, Unchanged }

/// <summary>One line that was read.</summary>
/// <param name="Number">Of a new tie: the number that it got, or would get now.</param>
public sealed record ImportedLine(int Line, LineOutcome Outcome, RegisterNumber Number, RegisteredTie Tie);

/// <summary>What came of a file of ties.</summary>
public abstract record RegisterImportResult
{
    private RegisterImportResult() { }

    /// <summary>Nothing of it was entered.</summary>
    public sealed record Refused(IReadOnlyList<SheetProblem> Problems) : RegisterImportResult;

    /// <param name="IsWritten">False: it was only looked at, or there was nothing to write.</param>
    public sealed record Read(IReadOnlyList<ImportedLine> Lines, bool IsWritten) : RegisterImportResult
    {
        public int Of(LineOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
    }
}

/// <summary>
/// Takes ties that were concluded before from a file: all of its lines, or none. A line that the register has already changes
/// nothing; a line with a number corrects that tie. So the same file can be sent again.
/// </summary>
public sealed class RegisterImport(RegisterBook book, ReferenceTables reference, TimeProvider time)
{
    public async Task<RegisterImportResult> RunAsync(byte[] file, bool write, string? reason, Author by, CancellationToken cancel = default)
    {
        if (CsvSheet.Decode(file) is not { } text) return new RegisterImportResult.Refused([new(1, null, FieldFault.NotUtf8)]);
        var (lines, problems) = CsvSheet.Read(text, RegisterSheet.Required, [.. RegisterSheet.Optional, .. RegisterFile.ForReading]);
        if (lines.Count == 0 && problems.Count == 0) problems.Add(new(1, null, FieldFault.Missing));
        var now = time.GetUtcNow();
        var places = new RegisterPlaces(await reference.LocalGovernmentsAsync(cancel).ConfigureAwait(false), await reference.MissionsAsync(cancel).ConfigureAwait(false));
        var sheet = new RegisterSheet(places, SeoulTime.DayOf(now));
        RegisterImportResult Compare(RegisterState state) => new RegisterComparison(state, sheet, state.Next(SeoulTime.DayOf(now).Year)).Of(lines, problems);
        if (!write) return Compare(await book.LoadAsync(cancel).ConfigureAwait(false));

        RegisterImportResult result = null!;
        await book.WriteAsync(state => Writing(result = Compare(state), now, reason, by, new(Convert.ToHexStringLower(SHA256.HashData(file)), lines.Count)), cancel).ConfigureAwait(false);
        return result is RegisterImportResult.Read read ? read with { IsWritten = read.Lines.Any(line => line.Outcome != LineOutcome.Unchanged) } : result;
    }

    private static RegisterWriting Writing(RegisterImportResult result, DateTimeOffset now, string? reason, Author by, ImportedFile file)
    {
        if (result is not RegisterImportResult.Read read) return new([]);
        var entries = read.Lines.Where(line => line.Outcome != LineOutcome.Unchanged).Select(line => line.Outcome == LineOutcome.New
            ? new EntryDraft(null, RegisterCause.Imported, null, now, line.Tie)
            : new EntryDraft(line.Number, RegisterCause.Corrected, null, now, line.Tie));
        var first = read.Lines.Where(line => line.Outcome == LineOutcome.New).Select(line => (RegisterNumber?)line.Number).FirstOrDefault();
        return new([.. entries], by, reason, first, file);
    }
}
