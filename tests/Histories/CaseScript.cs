using LocalDiplomacy.Simulation;
using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>A case's orchestration, and what its activities answer: one agenda a look, effects that fail as often as is said.</summary>
internal sealed class CaseScript
{
    private readonly Queue<Func<DateTimeOffset, CaseAgenda>> _looks = new();
    private readonly Dictionary<string, int> _failures = [];
    private Studio? _studio;

    public string Id { get; init; } = "mou_recorded";

    /// <summary>There are effects.</summary>
    public CaseScript Finds(params string[] effects) => Sees(_ => new(effects, null, IsDue: false, IsOver: false));

    public CaseScript FindsAtTheEnd(params string[] effects) => Sees(_ => new(effects, null, IsDue: false, IsOver: true));

    /// <summary>Nothing to do; time brings something about later, or never.</summary>
    public CaseScript Sleeps(TimeSpan? until = null) => Sees(now => new([], now + until, IsDue: false, IsOver: false));

    public CaseScript FallsDue() => Sees(now => new([], now, IsDue: true, IsOver: false));

    public CaseScript IsOver() => Sees(_ => new([], null, IsDue: false, IsOver: true));

    public CaseScript CannotRead() => Sees(_ => throw new IOException("The storage is away."));

    public CaseScript Fails(string effect, int times)
    {
        _failures[effect] = times;
        return this;
    }

    public async Task StartAsync(Studio studio)
    {
        _studio = studio;
        await studio.Client.ScheduleNewOrchestrationInstanceAsync(nameof(MouCase), new MouCaseInput(Id), new StartOrchestrationOptions(Id));
    }

    public Task NudgeAsync() => _studio!.Client.RaiseEventAsync(Id, MouCase.Nudged);

    public void Register(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<MouCaseInput, CaseAgenda>(nameof(ReadAgenda), (_, _) => _looks.Dequeue()(_studio!.Now))
        .AddActivityFunc<CaseEffectInput, object?>(nameof(CarryOutEffect), (_, input) => CarryOut(input.Effect))
        .AddActivityFunc<MouCaseInput, object?>(nameof(PassTime), (_, _) => (object?)null);

    private CaseScript Sees(Func<DateTimeOffset, CaseAgenda> look)
    {
        _looks.Enqueue(look);
        return this;
    }

    private object? CarryOut(string effect)
    {
        if (_failures.GetValueOrDefault(effect) is > 0 and var left)
        {
            _failures[effect] = left - 1;
            throw new IOException("The effect cannot be carried out now.");
        }

        return null;
    }
}
