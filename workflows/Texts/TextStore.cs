using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>Texts by their hash, one blob each. A text never changes: another text has another hash.</summary>
public sealed class TextStore
{
    /// <summary>Keeps the text. Again with the same text: nothing happens, the same hash comes back.</summary>
    public Task<TextHash> SaveAsync(MouText text, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<MouText?> FindAsync(TextHash hash, CancellationToken cancel = default) => throw new NotImplementedException();
}
