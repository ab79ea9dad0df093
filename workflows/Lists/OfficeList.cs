using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>One list of an office's MOUs, kept as such. Each MOU stands in one of them, and in <see cref="Recent"/>.</summary>
/// <param name="Name">As it is stored: never changed, only added.</param>
public sealed record OfficeList(string Name)
{
    /// <summary>What is late, whoever it waits for; what is late longest comes first.</summary>
    public static readonly OfficeList Overdue = new("overdue");

    /// <summary>Waits for nobody: in effect, or ended. What changed last comes first.</summary>
    public static readonly OfficeList Settled = new("settled");

    /// <summary>Every MOU; what changed last comes first.</summary>
    public static readonly OfficeList Recent = new("recent");

    /// <summary>Waits for them and is not late; what is due soonest comes first, what has no day after it.</summary>
    public static OfficeList WaitingOn(WaitedOn whom) => new($"waiting-{whom.ToString().ToLowerInvariant()}");

    /// <summary>Everybody who can be waited on.</summary>
    public static readonly IReadOnlyList<WaitedOn> Anybody = [.. Enum.GetValues<WaitedOn>().Where(whom => whom != WaitedOn.Nobody)];

    /// <summary>Whose work is this person's own.</summary>
    public static IReadOnlyList<WaitedOn> WorkOf(Role role) => role switch
    {
        Role.HeadOfOffice => [WaitedOn.HeadOfOffice, WaitedOn.Office],
        Role.CouncilClerk => [WaitedOn.Council],
        _ => [WaitedOn.Office],
    };

    internal static IEnumerable<OfficeList> With(CaseRow row)
    {
        yield return row.Overdue ? Overdue : row.WaitedOn == WaitedOn.Nobody ? Settled : WaitingOn(row.WaitedOn);
        yield return Recent;
    }

    /// <summary>The key within the list: lists are read in ascending order.</summary>
    internal string KeyOf(CaseRow row) => Name switch
    {
        "settled" or "recent" => Key(DateTime.MaxValue.Ticks - row.ChangedAt.UtcTicks, row.Id),
        _ when row.DueOn is { } due => Key(due.ToDateTime(TimeOnly.MinValue).Ticks, row.Id),
        // After every day that there is; whoever waits longest first.
        _ => Key(DateTime.MaxValue.Ticks + row.Since.UtcTicks, row.Id),
    };

    private static string Key(long order, MouId id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{order:D19}-{id.Value}");
}
