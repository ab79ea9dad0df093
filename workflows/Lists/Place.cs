using System.Globalization;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Where a case stands in a list.</summary>
internal readonly record struct Place(long Time, string Id) : IComparable<Place>
{
    /// <summary>A queue of it gives up the last.</summary>
    public static readonly IComparer<Place> LastFirst = Comparer<Place>.Create((a, b) => b.CompareTo(a));

    private const int Digits = 19;

    public string Cursor => Lists.Cursor.Of(string.Create(CultureInfo.InvariantCulture, $"{Time:D19}-{Id}"));

    public static Place Of(IndexedCase one, CaseOrder order) => new(
        order switch
        {
            CaseOrder.LongestWaiting => one.Since,
            CaseOrder.NextDue => one.Due ?? 0,
            _ => DateTime.MaxValue.Ticks - one.Created,
        },
        one.Id.Value);

    /// <summary>Where the page before ended; null: from the start. What stood there may have gone meanwhile.</summary>
    /// <exception cref="BadCursorException"/>
    public static Place? After(string? cursor)
    {
        if (Lists.Cursor.Read(cursor) is not { } key) return null;
        return long.TryParse(key.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? new Place(time, key[(Digits + 1)..]) : throw new BadCursorException();
    }

    public int CompareTo(Place other) => Time.CompareTo(other.Time) is not 0 and var apart ? apart : string.CompareOrdinal(Id, other.Id);
}
