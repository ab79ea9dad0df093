using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.Administration.Search;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LocalDiplomacy.Functions.Administration.Search;

/// <summary>What came of saving a view.</summary>
public abstract record SavedViewResult
{
    private SavedViewResult() { }

    public sealed record Saved(SavedView View) : SavedViewResult;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : SavedViewResult;
}

/// <summary>Saves and removes views: the same for pages and for JSON.</summary>
public sealed class ViewDeeds(SavedViews views)
{
    private const int NameLength = 80;
    private const int QueryLength = 2000;

    /// <exception cref="ProblemException">400 for a query that no search has; 403 for a view for everybody that an operator or auditor would make.</exception>
    public async Task<SavedViewResult> SaveAsync(HttpRequest request, string? name, CaseQuery query, bool isShared, CancellationToken cancellation)
    {
        if (isShared && !request.Caller().IsDesk) throw new ProblemException(ProblemKind.NotForYou);
        if (Plain.Fault(name, NameLength) is { } fault) return new SavedViewResult.Unreadable([new("name", fault)]);
        return await views.SaveAsync(request.Person(), name!, CaseAddress.Text(query), isShared, cancellation) is { } saved
            ? new SavedViewResult.Saved(saved)
            : new SavedViewResult.Unreadable([new("name", FieldFault.TooMany)]);
    }

    /// <exception cref="ProblemException">404.</exception>
    public async Task RemoveAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!await views.RemoveAsync(request.Person(), id, request.Caller().IsDesk, cancellation)) throw new ProblemException(ProblemKind.NotFound);
    }

    /// <summary>What a form or a body names as the address's query.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public static CaseQuery Query(string? text)
    {
        if (text is { Length: > QueryLength }) throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["query"], Fields = [new("query", "TooLong")] });
        var said = QueryHelpers.ParseQuery(text);
        return CaseRequests.Of(name => said.TryGetValue(name, out var values) ? values.ToString() : "");
    }
}
