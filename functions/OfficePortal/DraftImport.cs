using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Import;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>
/// Makes a draft of each line of a file, from its kind's template. All lines are read before the first draft is made: one bad line,
/// and there is none. A line that made its draft before makes no second, whoever of the office sends it: what a crash
/// in the middle left out, the same file makes up for.
/// </summary>
public sealed class DraftImport(DraftFiles files, DraftReader drafts, OfficeDeeds deeds, MouCases cases, ReferenceTables reference, PartyCheck parties, TimeProvider time)
{
    /// <param name="engine">Null: the file is only looked at.</param>
    /// <exception cref="ProblemException">409: who asks may not draft. 422: the office is no party any more.</exception>
    public async Task<DraftImportResult> RunAsync(Caller caller, byte[] file, DurableTaskClient? engine, CancellationToken cancellation)
    {
        if (DraftPages.WhyNotWritten(caller, null, time.GetUtcNow()) is { } why) throw new ProblemException(new Problem(ProblemKind.Refused) { Refusal = why });
        var office = caller.Office!.Value;
        await parties.RequireAsync(office, cancellation);
        var (lines, problems) = await files.ReadAsync(file, cancellation);
        var (filled, more) = await FillAsync(office, lines, problems, cancellation);
        if (more.Count > 0) return new DraftImportResult.Refused([.. more.DistinctBy(problem => (problem.Line, problem.Column)).OrderBy(problem => problem.Line)]);
        var read = new List<ImportedDraft>();
        foreach (var line in filled)
        {
            var id = MouCases.IdFor(PrincipalOf(office), line.Tag);
            read.Add(new(line.Line, id, await cases.FindAsync(id, cancellation) is null, line.Form));
        }

        if (engine is not null)
            foreach (var (line, draft) in filled.Zip(read).Where(pair => pair.Second.IsNew))
                await MakeAsync(caller, draft, line.Tag, engine, cancellation);
        return new DraftImportResult.Read(read, engine is not null);
    }

    /// <summary>With the template's clauses, and read as if somebody had typed it.</summary>
    private async Task<(IReadOnlyList<DraftLine> Lines, List<SheetProblem> Problems)> FillAsync(
        LocalGovernmentId office, IReadOnlyList<DraftLine> lines, IReadOnlyList<SheetProblem> problems, CancellationToken cancellation)
    {
        var (name, filled, all) = ((await reference.ExpectLocalGovernmentAsync(office, cancellation)).Name, new List<DraftLine>(), problems.ToList());
        foreach (var line in lines)
        {
            var form = line.Form.Kind is null ? line.Form : DraftTemplates.Fill(line.Form, name, null).Form;
            if (await drafts.ReadAsync(form, cancellation) is DraftReading.Unreadable wrong) all.AddRange(ProblemsOf(line, wrong.Problems, problems));
            filled.Add(line with { Form = form });
        }

        return (filled, all);
    }

    /// <summary>What the template lacks because the line says too little is no problem of its own.</summary>
    private static IEnumerable<SheetProblem> ProblemsOf(DraftLine line, IReadOnlyList<FieldProblem> problems, IReadOnlyList<SheetProblem> before)
    {
        var own = problems.Where(problem => !IsOfTheTemplate(problem.Field)).ToList();
        return (own.Count > 0 || before.Any(problem => problem.Line == line.Line) ? own : problems)
            .Select(problem => new SheetProblem(line.Line, DraftColumns.OfField(problem.Field), problem.Fault));
    }

    private static bool IsOfTheTemplate(string field) => field.StartsWith("clauses", StringComparison.Ordinal) || field.StartsWith("title", StringComparison.Ordinal);

    private async Task MakeAsync(Caller caller, ImportedDraft draft, string tag, DurableTaskClient engine, CancellationToken cancellation)
    {
        var key = CommandKey.From(PrincipalOf(caller.Office!.Value), tag, tag);
        if (await deeds.CreateAsync(caller, draft.Id, draft.Form, key, engine, cancellation) is OfficeDeed.Refused refused)
            throw new ProblemException(new Problem(ProblemKind.Refused) { Refusal = refused.Why });
    }

    /// <summary>The office, not the person: a colleague's second upload is the same one.</summary>
    private static string PrincipalOf(LocalGovernmentId office) => "drafts-of:" + office.Value;
}
