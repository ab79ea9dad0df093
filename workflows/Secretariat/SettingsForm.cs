using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>The settings as an administrator sends them, as a whole: nothing is checked yet, anything can be missing.</summary>
/// <param name="Kinds">One for each kind of agreement.</param>
/// <param name="CouncilRules">What ordinances of single local governments demand, each with its legal basis.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record SettingsForm(List<KindSettings>? Kinds, List<LocalCouncilRule>? CouncilRules, string? Reason)
{
    public const int LongestBasis = 300;
    public const int LongestReason = 1000;
    public const int LongestDays = 3650;
    public const int LongestRetention = 1000;
    public const int MostReminders = 10;

    /// <summary>These settings with one kind's changed, every kind in its place.</summary>
    public static SettingsForm With(AssociationSettings settings, KindSettings changed, string? reason) => new(
        [.. Enum.GetValues<MouKind>().Select(kind => kind == changed.Kind ? changed : settings.Of(kind))], [.. settings.CouncilRules], reason);

    /// <summary>These settings with other rules of local governments.</summary>
    public static SettingsForm With(AssociationSettings settings, IEnumerable<LocalCouncilRule> rules, string? reason) => new(
        [.. Enum.GetValues<MouKind>().Select(settings.Of)], [.. rules], reason);
}
