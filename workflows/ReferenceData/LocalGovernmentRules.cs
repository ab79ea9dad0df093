using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What a local government's row must be among the others.</summary>
internal static class LocalGovernmentRules
{
    /// <param name="before">As it stood; null where it is new.</param>
    /// <param name="all">The table as it would be with the row, by id.</param>
    public static void Check(LocalGovernment row, LocalGovernment? before, IReadOnlyDictionary<string, LocalGovernment> all, RowReading reading)
    {
        if (before is not null && before.Level != row.Level) reading.Add("level", FieldFault.CannotChange);
        CheckParent(row, all, reading);
        CheckSuccessors(row, all, reading);
        if (row.Type == LocalGovernmentType.Unknown) reading.Add("type", FieldFault.Missing);
        if (IsAdministrativeUnit(row)) reading.Add("name.ko", FieldFault.NotALocalGovernment);
        else if (HasNamesake(row, all.Values)) reading.Add("name.ko", FieldFault.Duplicate);
    }

    private static void CheckParent(LocalGovernment row, IReadOnlyDictionary<string, LocalGovernment> all, RowReading reading)
    {
        if (row.Level == 1 && row.Parent is not null) reading.Add("parent", FieldFault.Unknown);
        else if (row.Level == 2 && row.Parent is null) reading.Add("parent", FieldFault.Missing);
        else if (row.Parent is { } parent && all.GetValueOrDefault(parent.Value) is not { Level: 1 }) reading.Add("parent", FieldFault.Unknown);
    }

    private static void CheckSuccessors(LocalGovernment row, IReadOnlyDictionary<string, LocalGovernment> all, RowReading reading)
    {
        if (row.Successors.Count > 0 && row.ValidTo is null) reading.Add("validTo", FieldFault.EndMissing);
        foreach (var (place, successor) in row.Successors.Index())
            if (!all.ContainsKey(successor.Value) || LeadsTo(successor, row.Id, all)) reading.Add($"successors[{place}]", FieldFault.Unknown);
    }

    /// <summary>Nobody is their own successor, by however many steps.</summary>
    private static bool LeadsTo(LocalGovernmentId from, LocalGovernmentId to, IReadOnlyDictionary<string, LocalGovernment> all)
    {
        var seen = new HashSet<LocalGovernmentId>();
        var next = new Stack<LocalGovernmentId>([from]);
        while (next.TryPop(out var id))
        {
            if (id == to) return true;
            if (!seen.Add(id)) continue;
            foreach (var successor in all.GetValueOrDefault(id.Value)?.Successors ?? []) next.Push(successor);
        }

        return false;
    }

    private static bool IsAdministrativeUnit(LocalGovernment row) =>
        row is { Level: 2, Parent: { } parent } && AdministrativeUnits.Find(parent, row.Name.In(Language.Korean)) is not null;

    /// <summary>중구 may be there in every city, and once in each at a time.</summary>
    private static bool HasNamesake(LocalGovernment row, IEnumerable<LocalGovernment> all) => all.Any(other =>
        other.Id != row.Id && other.Level == row.Level && other.Parent == row.Parent && other.Name.In(Language.Korean) == row.Name.In(Language.Korean)
        && !(other.ValidTo < row.ValidFrom) && !(row.ValidTo < other.ValidFrom));
}
