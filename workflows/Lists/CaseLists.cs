using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>MOUs in lists, newest first. Rows are written when a case changes, never gathered by scanning.</summary>
public sealed class CaseLists
{
    /// <exception cref="BadCursorException"/>
    public Task<Page<CaseRow>> OfOfficeAsync(LocalGovernmentId office, string? cursor, int limit, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <exception cref="BadCursorException"/>
    public Task<Page<CaseRow>> AllAsync(string? cursor, int limit, CancellationToken cancel = default) => throw new NotImplementedException();
}
