using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>The association's settings.</summary>
/// <param name="Version">The ETag's number; 0 while nobody has set any.</param>
public sealed record SettingsAnswer(int Version, IReadOnlyList<KindSettings> Kinds, IReadOnlyList<LocalCouncilRule> CouncilRules)
{
    public static SettingsAnswer Of(AssociationSettings settings) => new(settings.Version, settings.Kinds, settings.CouncilRules);
}

public sealed record SettingsHistoryAnswer(IReadOnlyList<SettingsVersionAnswer> Items);

public sealed record SettingsVersionAnswer(SettingsAnswer Settings, string By, DateTimeOffset At, string Reason);
