using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>What a case's orchestration has done.</summary>
public sealed class CaseActivities(ReadAgenda agenda, CarryOutEffect effects, PassTime time)
{
    [Function(nameof(ReadAgenda))]
    public Task<CaseAgenda> ReadAgendaAsync([ActivityTrigger] MouCaseInput input, CancellationToken cancel) => agenda.RunAsync(input, cancel);

    [Function(nameof(CarryOutEffect))]
    public Task CarryOutEffectAsync([ActivityTrigger] CaseEffectInput input, [DurableClient] DurableTaskClient engine, CancellationToken cancel) =>
        effects.RunAsync(input, engine, cancel);

    [Function(nameof(PassTime))]
    public Task PassTimeAsync([ActivityTrigger] MouCaseInput input, CancellationToken cancel) => time.RunAsync(input, cancel);
}
