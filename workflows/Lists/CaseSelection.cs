using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>A list of MOUs that have something in common, by a name of its own.</summary>
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

    /// <summary>The same as a question to the index.</summary>
    public CaseQuery Query => new(Stage, WaitedOn, Overdue: this == Overdue ? true : null, CameBack: this == CameBack ? true : null);

    private static string Kebab(string pascal) =>
        string.Concat(pascal.Select((c, at) => char.IsUpper(c) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
