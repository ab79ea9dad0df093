namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal enum BeginOutcome
{
    /// <summary>The instance is stored, its first turn with it.</summary>
    Begun,

    /// <summary>Something is stored under its id already.</summary>
    Exists,

    /// <summary>Its lane did not get to it: it is to be stored without its first turn.</summary>
    Declined,
}
