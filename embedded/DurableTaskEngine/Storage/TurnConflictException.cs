namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Somebody else changed the instance first. Nothing of the turn has happened.</summary>
internal sealed class TurnConflictException(string instanceId, Exception? reason = null)
    : Exception($"Instance '{instanceId}' was changed by somebody else.", reason);
