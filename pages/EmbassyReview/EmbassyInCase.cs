
using LocalDiplomacy.Workflows.ReferenceData;
using Asked = LocalDiplomacy.Workflows.Lifecycle.EmbassyReview;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>An embassy's part in a round, with the embassy's names.</summary>
public sealed record EmbassyInCase(Mission Mission, Asked Review);
