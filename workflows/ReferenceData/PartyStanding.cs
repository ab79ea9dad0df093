using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Whether something can be a party to an agreement on a day.</summary>
public abstract record PartyStanding
{
    private PartyStanding() { }

    public sealed record Exists(LocalGovernment Government) : PartyStanding;

    /// <summary>It was merged, divided or renamed away. Its agreements stay; new ones are its successors'.</summary>
    /// <param name="Successors">Those that exist on the day, found through every change in between; none where none is known.</param>
    public sealed record Former(LocalGovernment Government, IReadOnlyList<LocalGovernment> Successors) : PartyStanding;

    public sealed record NotYet(LocalGovernment Government) : PartyStanding;

    /// <summary>A district or city without a council of its own (분당구, 제주시): the local government that it is part of can be a party.</summary>
    public sealed record PartOfAnother(AdministrativeUnit Unit, LocalGovernment? Whole) : PartyStanding;

    public sealed record Unknown : PartyStanding;

    public static PartyStanding Of(LocalGovernmentId id, DateOnly on, IReadOnlyList<LocalGovernment> all) =>
        all.FirstOrDefault(government => government.Id == id) switch
        {
            { } government when government.ExistsOn(on) => new Exists(government),
            { ValidTo: { } last } former when last < on => new Former(former, Living(former, on, all)),
            { } future => new NotYet(future),
            null when AdministrativeUnits.Find(id) is { } unit => new PartOfAnother(unit, all.FirstOrDefault(government => government.Id == unit.PartOf)),
            null => new Unknown(),
        };

    private static List<LocalGovernment> Living(LocalGovernment former, DateOnly on, IReadOnlyList<LocalGovernment> all)
    {
        var living = new List<LocalGovernment>();
        var seen = new HashSet<LocalGovernmentId> { former.Id };
        var next = new Queue<LocalGovernmentId>(former.Successors);
        while (next.TryDequeue(out var id))
        {
            if (!seen.Add(id) || all.FirstOrDefault(government => government.Id == id) is not { } successor) continue;
            if (successor.ExistsOn(on)) living.Add(successor);
            else successor.Successors.ToList().ForEach(next.Enqueue);
        }

        return living;
    }
}
