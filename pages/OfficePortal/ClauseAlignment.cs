using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>
/// Which clause of the beginning each clause of a draft comes from. Clauses that share a heading or a text in any language are
/// the same clause; between such ones, as many as there were are the same in their order.
/// </summary>
internal sealed class ClauseAlignment
{
    private readonly int?[] _from;

    private ClauseAlignment(int?[] from, int before) => (_from, Before) = (from, before);

    /// <summary>How many clauses there were.</summary>
    private int Before { get; }

    public int? From(int place) => _from[place];

    /// <summary>Where a clause of the beginning stands now; null: it was taken out.</summary>
    public int? To(int before) => Array.IndexOf(_from, before) is >= 0 and var place ? place : null;

    /// <summary>Nothing was added, taken out or moved.</summary>
    public bool KeepsOrder => _from.Length == Before && _from.Index().All(one => one.Item == one.Index);

    public bool IsLike(ClauseAlignment other) => _from.SequenceEqual(other._from);

    public static ClauseAlignment Of(IReadOnlyList<IReadOnlyDictionary<string, string>> before, IReadOnlyList<ClauseForm> now)
    {
        var from = new int?[now.Count];
        Match(before, [.. now.Select(Marks)], from);
        Fill(from, before.Count);
        return new(from, before.Count);
    }

    /// <summary>"heading.ko" and so on, each with its mark.</summary>
    public static Dictionary<string, string> Marks(ClauseForm clause) =>
        Parts(clause).Select(part => (part.Key, Mark: DraftBase.MarkOf(part.Value))).Where(part => part.Mark.Length > 0).ToDictionary(part => part.Key, part => part.Mark);

    public static Dictionary<string, string> Parts(ClauseForm clause) =>
        (clause.Heading ?? []).Select(text => KeyValuePair.Create("heading." + text.Key, text.Value))
            .Concat((clause.Body ?? []).Select(text => KeyValuePair.Create("body." + text.Key, text.Value))).ToDictionary();

    /// <summary>The longest common order, weighed by how much two clauses share.</summary>
    private static void Match(IReadOnlyList<IReadOnlyDictionary<string, string>> before, List<Dictionary<string, string>> now, int?[] from)
    {
        var best = new int[before.Count + 1, now.Count + 1];
        for (var b = before.Count - 1; b >= 0; b--)
            for (var n = now.Count - 1; n >= 0; n--)
                best[b, n] = Math.Max(Math.Max(best[b + 1, n], best[b, n + 1]), Shared(before[b], now[n]) is > 0 and var shared ? shared + best[b + 1, n + 1] : 0);
        for (int b = 0, n = 0; b < before.Count && n < now.Count;)
            if (Shared(before[b], now[n]) is > 0 and var shared && best[b, n] == shared + best[b + 1, n + 1]) from[n++] = b++;
            else if (best[b, n] == best[b + 1, n]) b++;
            else n++;
    }

    private static int Shared(IReadOnlyDictionary<string, string> before, Dictionary<string, string> now) =>
        before.Count(part => now.GetValueOrDefault(part.Key) == part.Value);

    /// <summary>A clause that was written anew in every language stands between the same neighbours as before.</summary>
    private static void Fill(int?[] from, int before)
    {
        for (int start = 0, last = -1; start < from.Length;)
        {
            if (from[start] is { } known) { (last, start) = (known, start + 1); continue; }
            var end = Array.FindIndex(from, start, one => one is not null) is >= 0 and var next ? next : from.Length;
            var gap = (end < from.Length ? from[end]!.Value : before) - last - 1;
            if (gap == end - start) for (var place = start; place < end; place++) from[place] = ++last;
            start = end;
        }
    }
}
