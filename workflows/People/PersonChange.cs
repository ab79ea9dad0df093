using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Workflows.People;

/// <summary>What was done about a person. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonDeed>))]
public enum PersonDeed { Added, Changed, Proposed, Confirmed, Withdrawn, Ended }

/// <summary>One entry of the record: added, and never changed.</summary>
/// <param name="Name">Of the person, as it was then.</param>
/// <param name="Proposal">The number of the proposal that was confirmed or withdrawn.</param>
public sealed record PersonChange(
    int Number, DateTimeOffset At, Author By, string PersonId, string Name, PersonDeed What, string? Reason, IReadOnlyList<PersonDifference> Differences, int? Proposal = null);

/// <summary>What became of one field. Addresses are masked: the record outlives them.</summary>
/// <param name="Field">As the form has it.</param>
/// <param name="Before">Null: there was nothing.</param>
public sealed record PersonDifference(string Field, string? Before, string? After)
{
    /// <param name="before">Null: somebody new.</param>
    public static IReadOnlyList<PersonDifference> Between(Person? before, Person after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. new PersonDifference[]
            {
                new("name", before?.Name, after.Name), new("jobTitle", before?.Title, after.Title), new("memberOf", before?.Office?.Value, after.Office?.Value),
                new("role", before?.Role.ToString(), after.Role.ToString()), new("language", before?.Language.Code, after.Language.Code),
            }.Where(one => one.Before != one.After),
            .. before?.Address == after.Address ? Array.Empty<PersonDifference>() : [new("address", before?.Address.Masked, after.Address.Masked)],
        ];
    }
}
