using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The list that a caller may see: an office its own, the association all.</summary>
public sealed class MouLists(CaseLists lists, CaseIndex index)
{
    /// <exception cref="Problems.ProblemException">400 for a cursor that no page gave out.</exception>
    public async Task<Page<CaseRow>> OfAsync(CaseSelection selection, Paging paging, CancellationToken cancellation)
    {
        try
        {
            return await index.ListAsync(selection, paging.Cursor, paging.Limit, cancellation);
        }
        catch (BadCursorException)
        {
            throw Paging.WrongCursor();
        }
    }

    /// <exception cref="Problems.ProblemException">400 for a cursor that no page gave out.</exception>
    public async Task<Page<CaseRow>> OfCallerAsync(Caller caller, Paging paging, CancellationToken cancellation)
    {
        try
        {
            return caller.Office is { } office
                ? await lists.OfOfficeAsync(office, paging.Cursor, paging.Limit, cancellation)
                : await lists.AllAsync(paging.Cursor, paging.Limit, cancellation);
        }
        catch (BadCursorException)
        {
            throw Paging.WrongCursor();
        }
    }
}
