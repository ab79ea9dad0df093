using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>
/// Two people's clauses, taken together. Where only one of them added, moved or took out clauses, the order is theirs; where both
/// did otherwise, the reader's clauses stay as they are and everything in which they differ is to be chosen.
/// </summary>
internal sealed class ClauseMerge
{
    /// <summary>Where nothing stood: both added the clause.</summary>
    private const string New = "new";

    private readonly DraftChoice _choice;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _before;
    private readonly (IReadOnlyList<ClauseForm> Clauses, ClauseAlignment From) _theirs, _yours;

    private ClauseMerge(DraftBase @base, IReadOnlyList<ClauseForm> theirs, IReadOnlyList<ClauseForm> yours, DraftChoice choice)
    {
        (_choice, _before) = (choice, @base.Clauses());
        _theirs = (theirs, ClauseAlignment.Of(_before, theirs));
        _yours = (yours, ClauseAlignment.Of(_before, yours));
    }

    /// <returns>The clauses, and whether they stand elsewhere than in the reader's form.</returns>
    public static (List<ClauseForm> Clauses, bool Moves) Of(DraftBase @base, IReadOnlyList<ClauseForm> theirs, IReadOnlyList<ClauseForm> yours, DraftChoice choice)
    {
        var merge = new ClauseMerge(@base, theirs, yours, choice);
        if (merge._yours.From.KeepsOrder) return (merge.InOrderOf(merge._theirs, merge._yours, orderIsTheirs: true), !merge._theirs.From.KeepsOrder);
        if (merge._theirs.From.KeepsOrder)
        {
            var inYours = merge.InOrderOf(merge._yours, merge._theirs, orderIsTheirs: false);
            return (inYours, inYours.Count != yours.Count);
        }
        return merge._theirs.From.IsLike(merge._yours.From) ? (merge.OneByOne(), false) : (merge.LeftAlone(), false);
    }

    private List<ClauseForm> InOrderOf(
        (IReadOnlyList<ClauseForm> Clauses, ClauseAlignment From) ordered, (IReadOnlyList<ClauseForm> Clauses, ClauseAlignment From) other, bool orderIsTheirs)
    {
        var merged = new List<ClauseForm>();
        var lastBefore = -1;
        for (var place = 0; place < ordered.Clauses.Count; place++)
        {
            var before = ordered.From.From(place);
            if (before is { } known) { AddTakenOut(merged, ordered.From, other, lastBefore + 1, known, orderIsTheirs); lastBefore = Math.Max(lastBefore, known); }
            var there = before is { } one ? other.Clauses[other.From.To(one)!.Value] : null;
            merged.Add(orderIsTheirs ? Merged(merged.Count, before, ordered.Clauses[place], there) : Merged(merged.Count, before, there, ordered.Clauses[place]));
        }
        AddTakenOut(merged, ordered.From, other, lastBefore + 1, _before.Count, orderIsTheirs);
        return merged;
    }

    /// <summary>One took a clause out that the other changed: it stays, and both are told. Unchanged, it goes.</summary>
    private void AddTakenOut(
        List<ClauseForm> merged, ClauseAlignment ordered, (IReadOnlyList<ClauseForm> Clauses, ClauseAlignment From) other, int from, int until, bool orderIsTheirs)
    {
        for (var before = from; before < until; before++)
        {
            if (ordered.To(before) is not null || other.From.To(before) is not { } place) continue;
            var (clause, field) = (other.Clauses[place], $"clauses[{merged.Count}]");
            if (Same(ClauseAlignment.Marks(clause), _before[before])) { if (orderIsTheirs) _choice.Taken.Add($"clauses[{before}]"); continue; }
            var words = string.Join("\n\n", ClauseAlignment.Parts(clause).Values);
            _choice.Differences.Add(orderIsTheirs ? new(field, null, words) : new(field, words, null));
            merged.Add(clause);
        }
    }

    private List<ClauseForm> OneByOne() => [.. _yours.Clauses.Select((yours, place) => Merged(place, _yours.From.From(place), _theirs.Clauses[place], yours))];

    private List<ClauseForm> LeftAlone()
    {
        for (var place = 0; place < Math.Max(_theirs.Clauses.Count, _yours.Clauses.Count); place++)
        {
            var (theirs, yours) = (PartsAt(_theirs.Clauses, place), PartsAt(_yours.Clauses, place));
            foreach (var part in theirs.Keys.Union(yours.Keys))
                if (DraftComparison.Same(theirs.GetValueOrDefault(part)) != DraftComparison.Same(yours.GetValueOrDefault(part)))
                    _choice.Differences.Add(new($"clauses[{place}].{part}", theirs.GetValueOrDefault(part), yours.GetValueOrDefault(part)));
        }
        return [.. _yours.Clauses];
    }

    private ClauseForm Merged(int place, int? before, ClauseForm? theirs, ClauseForm? yours)
    {
        if (before is null && yours is null) _choice.Taken.Add($"clauses[{place}]");
        if (theirs is null || yours is null) return (theirs ?? yours)!;
        var (others, own) = (ClauseAlignment.Parts(theirs), ClauseAlignment.Parts(yours));
        foreach (var part in own.Keys.Union(others.Keys))
            _choice.Make($"clauses[{place}].{part}", others.GetValueOrDefault(part), own.GetValueOrDefault(part), before is { } was ? $"clauses[{was}].{part}" : New);
        return new(_choice.Each($"clauses[{place}].heading", theirs.Heading, yours.Heading), _choice.Each($"clauses[{place}].body", theirs.Body, yours.Body));
    }

    private static Dictionary<string, string> PartsAt(IReadOnlyList<ClauseForm> clauses, int place) => place < clauses.Count ? ClauseAlignment.Parts(clauses[place]) : [];

    private static bool Same(Dictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(part => other.GetValueOrDefault(part.Key) == part.Value);
}
