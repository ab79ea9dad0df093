using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What a case asks of its hub.</summary>
public sealed class HubOptions(Action<DurableTaskRegistry> tasks)
{
    public Action<DurableTaskRegistry> Tasks { get; } = tasks;

    public DurableTaskWorkerOptions Worker { get; } = new();

    /// <summary>The engine's clock, for clients and workers alike.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>True: the engine keeps no orchestration in memory between two turns.</summary>
    public bool ReplaysEachTurn { get; set; }

    public ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    /// <summary>What the constructors of registered classes are given.</summary>
    public IServiceProvider Services { get; set; } = new ServiceCollection().BuildServiceProvider();
}
