using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>A list of MOUs that have something in common, kept beside them so that nobody has to look through all.</summary>
/// <param name="Name">In addresses: "stage-under-review", "waiting-embassy", "overdue", "came-back".</param>
public sealed record CaseSelection(string Name)
{
    public static readonly CaseSelection Overdue = new("overdue");

    /// <summary>A request to an embassy or to the central review came back, and was not sent anew yet.</summary>
    public static readonly CaseSelection CameBack = new("came-back");

    public StageName? Stage { get; private init; }

    public WaitedOn? WaitedOn { get; private init; }

    public static readonly IReadOnlyList<CaseSelection> All =
    [
        .. Enum.GetValues<StageName>().Where(stage => stage != StageName.NotBegun).Select(Of),
        .. Enum.GetValues<WaitedOn>().Where(whom => whom != Lists.WaitedOn.Nobody).Select(Of), Overdue, CameBack,
    ];

    public static CaseSelection Of(StageName stage) => new($"stage-{Kebab(stage.ToString())}") { Stage = stage };

    public static CaseSelection Of(WaitedOn whom) => new($"waiting-{Kebab(whom.ToString())}") { WaitedOn = whom };

    public static CaseSelection? Named(string name) => All.FirstOrDefault(selection => selection.Name == name);

    /// <summary>Every list that a row belongs to.</summary>
    internal static IEnumerable<CaseSelection> With(CaseRow row)
    {
        yield return Of(row.Stage);
        if (row.WaitedOn != Lists.WaitedOn.Nobody) yield return Of(row.WaitedOn);
        if (row.Overdue) yield return Overdue;
        if (row.CameBack) yield return CameBack;
    }

    private static string Kebab(string pascal) =>
        string.Concat(pascal.Select((c, at) => char.IsUpper(c) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
