using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Where and when it is signed on paper, and before whom.</summary>
/// <param name="At">By the clocks of the place; null: it is not known, the whole day is kept free.</param>
/// <param name="Zone">Whose clocks, by IANA's name; null: Seoul's.</param>
public sealed record Ceremony(string Place, DateOnly On, IReadOnlyList<Witness> Witnesses, TimeOnly? At = null, string? Zone = null)
{
    /// <summary>When it begins, in UTC; null where only its day is known.</summary>
    [JsonIgnore]
    public DateTimeOffset? StartsAt => At is { } at ? PlaceTime.On(On, at, Zone) : null;

    public bool SaysTheSameAs(Ceremony other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Witnesses = other.Witnesses } == other && Witnesses.SequenceEqual(other.Witnesses);
    }
}

/// <summary>Somebody who sees others sign.</summary>
public sealed record Witness(string Name, string Office);

/// <summary>Why somebody who comes to a ceremony does not work on its day. A warning: the day stands.</summary>
/// <param name="Holiday">The name of a public holiday of Korea; null for the other kinds.</param>
/// <param name="Mission">Whose own closed day it is; null: Korea's.</param>
public sealed record CeremonyClosure(ClosureKind Kind, LocalizedText? Holiday = null, MissionId? Mission = null)
{
    /// <summary>Of Korea first, then of each embassy that takes part.</summary>
    public static IReadOnlyList<CeremonyClosure> On(DateOnly day, IEnumerable<EmbassyReview> embassies) =>
    [
        .. WorkingCalendar.Korea.ClosuresOn(day).Select(why => new CeremonyClosure(why.Kind, why.Name)),
        .. embassies.Where(embassy => embassy.Standing is not EmbassyStanding.Declined && (embassy.Reviewer.ClosedDays ?? []).Any(closed => closed.FallsOn(day)))
            .Select(embassy => new CeremonyClosure(ClosureKind.MissionClosed, null, embassy.Mission)),
    ];
}
