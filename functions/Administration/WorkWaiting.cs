using LocalDiplomacy.Workflows.Cases;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>What waits to be carried out, as it was some seconds ago.</summary>
public sealed class WorkWaiting(Nudges nudges, TimeProvider time)
{
    private readonly LatelyRead<WaitingSurvey> _survey = new(time);

    public Task<WaitingSurvey> ReadAsync(CancellationToken cancellation) => _survey.GetAsync(() => nudges.SurveyAsync(), cancellation);
}
