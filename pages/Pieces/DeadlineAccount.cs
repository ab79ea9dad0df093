using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Pieces;

/// <summary>A deadline that runs, with the account of how it was counted.</summary>
/// <param name="Mission">Whose capital's time is shown too; null for matters of the office alone.</param>
/// <param name="Explanation">Null for a day that somebody set: there is nothing to count.</param>
public sealed record DeadlineAccount(RunningDeadline Running, Mission? Mission, DeadlineExplanation? Explanation);

/// <summary>A deadline that ended, with whose it was.</summary>
public sealed record PastAccount(PastDeadline Deadline, Mission? Mission);
