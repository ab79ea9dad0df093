using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A diplomatic mission in Seoul.</summary>
/// <param name="Country">The country or organisation, in ko, en, fr and es.</param>
/// <param name="Name">The mission, in ko, en, fr and es: "주한 가봉 대사관", "Embassy of Gabon".</param>
/// <param name="Contact">Where reviews are sent; null: not known yet, nothing can be submitted.</param>
/// <param name="Language">What to write to it in.</param>
/// <param name="TimeZone">The capital's, by IANA's name.</param>
public sealed record Mission(
    MissionId Id, LocalizedText Country, LocalizedText Name, string Region, EmailAddress? Contact, Language Language, string? TimeZone);
