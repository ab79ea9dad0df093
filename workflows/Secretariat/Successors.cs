using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>Who can take a party's place in a case.</summary>
public static class Successors
{
    /// <summary>
    /// The successors on record that exist on the day. Where none is on record any other local government of the day can: a
    /// law often takes effect before its tables are written.
    /// </summary>
    public static IReadOnlyList<LocalGovernment> Of(LocalGovernmentId office, DateOnly on, IReadOnlyList<LocalGovernment> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return PartyStanding.Of(office, on, all) is PartyStanding.Former { Successors: { Count: > 0 } living }
            ? living
            : [.. all.Where(other => other.Id != office && other.ExistsOn(on))];
    }
}
