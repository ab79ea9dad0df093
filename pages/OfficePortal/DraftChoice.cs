namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>Whose words a field has after two drafts were taken together.</summary>
internal sealed class DraftChoice(DraftBase @base)
{
    private readonly HashSet<string> _theirs = [];

    public List<string> Taken { get; } = [];

    public List<FieldDifference> Differences { get; } = [];

    public bool IsTheirs(string field) => _theirs.Contains(field);

    /// <param name="field">Its path in the form.</param>
    /// <param name="theirs">What the other has there.</param>
    /// <param name="yours">What the reader has there.</param>
    /// <param name="before">Its path at the beginning, where its clause has moved since.</param>
    /// <returns>What it is to say.</returns>
    public string? Make(string field, string? theirs, string? yours, string? before = null)
    {
        before ??= field;
        if (DraftComparison.Same(theirs) == DraftComparison.Same(yours)) return yours;
        if (@base.Holds(before, theirs)) return yours;
        if (!@base.Holds(before, yours))
        {
            Differences.Add(new(field, theirs, yours));
            return yours;
        }
        _theirs.Add(field);
        Taken.Add(field);
        return theirs;
    }

    /// <summary>A text in each language, after <see cref="Make"/> was asked for each.</summary>
    public Dictionary<string, string> Each(string field, Dictionary<string, string>? theirs, Dictionary<string, string>? yours) =>
        (yours ?? []).Keys.Union((theirs ?? []).Keys)
            .Select(language => (Language: language, Text: (IsTheirs($"{field}.{language}") ? theirs : yours)?.GetValueOrDefault(language)))
            .Where(text => text.Text is not null).ToDictionary(text => text.Language, text => text.Text!);
}
