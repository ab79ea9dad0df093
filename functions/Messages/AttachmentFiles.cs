using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Messages;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Messages;

/// <summary>Gives out a file that came with a message: under a name of ours and as no type that a browser would open, for its content is somebody else's.</summary>
public sealed class AttachmentFiles(MessageStore store)
{
    /// <param name="place">Among the message's files, from 0.</param>
    /// <exception cref="ProblemException">404: there is no such file, or it was not kept.</exception>
    public async Task<IActionResult> AnswerAsync(Mou mou, string id, int place, CancellationToken cancellation)
    {
        var message = await store.FindAsync(mou.Id, id, cancellation);
        if (message?.Attachments.ElementAtOrDefault(place) is not { Hash: { } hash } file || await store.FindAttachmentAsync(mou.Id, hash, cancellation) is not { } content)
            throw new ProblemException(ProblemKind.NotFound);
        var ending = Path.GetExtension(file.Name).ToLowerInvariant();
        return new FileAnswer(content, "application/octet-stream", $"{mou.Id}-{id[..8]}-{place + 1}{ending}");
    }
}
