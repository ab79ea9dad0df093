using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>One case as it happens: each command is decided by the real rules at its time, and time itself does what it does.</summary>
internal sealed class CaseStory(MouId id, DateTimeOffset start)
{
    private readonly List<RecordedEvent> _events = [];

    public Mou Mou { get; private set; } = Mou.NotBegun(id);

    public DateTimeOffset At { get; private set; } = start;

    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <exception cref="InvalidOperationException">The rules refuse it: the story is wrong.</exception>
    public void Do(Actor by, MouCommand command)
    {
        if (MouLifecycle.Decide(command, by, Mou, At) is not Decision.Events decided)
            throw new InvalidOperationException($"{command.GetType().Name} is refused in {Mou.Stage.Name} of {id}.");
        foreach (var happened in decided.New)
        {
            var recorded = new RecordedEvent(Mou.Version + 1, At, by, happened);
            Mou = MouLifecycle.Evolve(Mou, recorded);
            _events.Add(recorded);
        }
    }

    public void Wait(double days) => WaitUntil(At.AddDays(days));

    /// <summary>Reminders, deadlines and terms come when they are due.</summary>
    public void WaitUntil(DateTimeOffset until)
    {
        while (WhatFellDue.Next(Mou) is { } due && due <= until)
        {
            At = due > At ? due : At;
            var before = Mou.Version;
            Do(new Actor.Clock(), new MouCommand.PassTime());
            if (Mou.Version == before) break;
        }

        At = until > At ? until : At;
    }
}
