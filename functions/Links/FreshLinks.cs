using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Links;

/// <summary>Sends a fresh link to the address on file, for whoever holds one that was lost or is dead. The asker learns no address.</summary>
public sealed class FreshLinks(LinkDesk links, FreshLinkDesk desk)
{
    /// <returns>The link that asked, and the refusal where there was one.</returns>
    /// <exception cref="ProblemException">404 for a token that is none.</exception>
    public async Task<(Link Link, Mou Mou, Refusal? Refused)> SendAsync(
        string token, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var (link, mou) = await links.FindAsync(token, cancellation) ?? throw new ProblemException(ProblemKind.LinkUnknown);
        return (link, mou, await desk.SendAsync(link, mou, key(link), engine, cancellation));
    }
}

/// <summary>A link whether it still opens anything or not.</summary>
public static class AnyLink
{
    public static async Task<(Link Link, Mou Mou)?> FindAsync(this LinkDesk desk, string token, CancellationToken cancellation) =>
        await desk.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open open => (open.Link, open.Mou),
            OpenedLink.Over over => (over.Link, over.Mou),
            _ => null,
        };
}
