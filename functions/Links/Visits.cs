using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Links;

/// <summary>Notes who opened a link's page, beside the case and not in it.</summary>
public sealed class Visits(LinkOpenings openings, TimeProvider time)
{
    /// <returns>What was opened, as it came.</returns>
    public async Task<OpenedLink> NoteAsync(HttpRequest request, OpenedLink opened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var link = opened switch { OpenedLink.Open open => open.Link, OpenedLink.Over over => over.Link, _ => null };
        if (link is not null) await openings.NoteAsync(link, VisitorKind.Of(request, opened.IssuedAt, time.GetUtcNow()), cancellation);
        return opened;
    }
}
