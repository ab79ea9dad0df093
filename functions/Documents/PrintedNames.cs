using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Documents;

/// <summary>What stands in an original beside its text must be printable too, before anybody is asked to sign it.</summary>
public sealed class PrintedNames(IDocumentWriter writer)
{
    /// <summary>A field for each that holds a letter which no font has.</summary>
    public IReadOnlyList<FieldProblem> Problems(params IEnumerable<(string Field, string? Words)> names) =>
        [.. names.Where(name => writer.Missing(name.Words ?? "").Count > 0).Select(name => new FieldProblem(name.Field, FieldFault.NotPrintable))];
}
