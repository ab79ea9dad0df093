using System.Globalization;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Workflows.People;

namespace LocalDiplomacy.Functions.Administration.People;

/// <summary>Where the next page of a list begins.</summary>
internal static class PeopleReading
{
    /// <summary>The first entry of all has number 1: behind it there is none.</summary>
    public static string? NextOf(IReadOnlyList<PersonChange> changes, Paging paging) =>
        changes.Count == paging.Limit && changes[^1].Number > 1 ? changes[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
}
