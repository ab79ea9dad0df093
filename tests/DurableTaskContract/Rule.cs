namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What the contract holds engines to. Each is a row of the table in docs/engine.md.</summary>
public enum Rule
{
    Completion,
    ReplayCheck,
    IllegalAwait,
    Time,
    NewGuid,
    Events,
    OneWaiter,
    WaitWithTimeout,
    EventToMissingOrFinished,
    ContinueAsNew,
    Timers,
    ActivityFailure,
    Retries,
    SubOrchestration,
    TerminateSuspendResume,
    DuplicateIds,
    Purge,
    RestartRewind,
    PolymorphicPayloads,
    CustomStatus,
    FailureDetails,
    PoisonWork,
    Versions,
    Payloads,
    Queries,
    Registration,
    Surface,
}
