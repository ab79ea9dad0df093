using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.Administration.Erasures;

/// <summary>Reads the record of what went: the same for the page and for JSON.</summary>
public sealed class ErasureReading(Workflows.Disposal.Erasures record)
{
    /// <exception cref="Problems.ProblemException">400 for a cursor that no page gave out.</exception>
    public async Task<Page<Workflows.Disposal.Erasure>> ListAsync(Paging paging, CancellationToken cancellation)
    {
        try
        {
            return await record.PageAsync(paging.Cursor, paging.Limit, cancellation);
        }
        catch (BadCursorException)
        {
            throw Paging.WrongCursor();
        }
    }
}
