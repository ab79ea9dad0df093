using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Bench.Load;

/// <summary>One kind of orchestration to run many of.</summary>
internal interface ILoad
{
    /// <summary>What one of them does, in a few words.</summary>
    string Description { get; }

    void Register(DurableTaskRegistry tasks);

    /// <summary>Runs one from its start to its end.</summary>
    Task RunOneAsync(DurableTaskClient client, CancellationToken cancellation);
}
