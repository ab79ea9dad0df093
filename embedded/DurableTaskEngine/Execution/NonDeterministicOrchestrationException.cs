namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>The orchestrator did not do on replay what the history says it did.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : InvalidOperationException(message);
