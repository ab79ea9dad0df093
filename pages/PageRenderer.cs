using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages;

/// <summary>Writes a page as a full HTML document.</summary>
public sealed class PageRenderer
{
    private readonly ComponentWriter writer;
    private readonly TimeProvider time;

    internal PageRenderer(ComponentWriter writer, TimeProvider time) => (this.writer, this.time) = (writer, time);

    /// <param name="parameters">By the names of the page's parameters; an unknown name throws.</param>
    /// <param name="language">One of <see cref="Language.OfPages"/>; any other is answered in English.</param>
    /// <param name="formProof">What every form carries back to show that it is of this site; null for a reader who is not signed in.</param>
    public Task<string> RenderAsync<TPage>(IReadOnlyDictionary<string, object?> parameters, Language language, string? formProof = null) where TPage : IComponent =>
        writer.WriteAsync(typeof(TPage), parameters, new(PageLanguage.Or(language), time.GetUtcNow(), formProof));
}
