using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

public sealed class CompletionOnAzurite() : CompletionContract(EnginesOnAzurite.Instance);

public sealed class ContinueAsNewOnAzurite() : ContinueAsNewContract(EnginesOnAzurite.Instance);

public sealed class EventOnAzurite() : EventContract(EnginesOnAzurite.Instance);

public sealed class TimerOnAzurite() : TimerContract(EnginesOnAzurite.Instance);

public sealed class FailureOnAzurite() : FailureContract(EnginesOnAzurite.Instance);

public sealed class SubOrchestrationOnAzurite() : SubOrchestrationContract(EnginesOnAzurite.Instance);

public sealed class SteeringOnAzurite() : SteeringContract(EnginesOnAzurite.Instance);

public sealed class ClientOnAzurite() : ClientContract(EnginesOnAzurite.Instance);

public sealed class VersionOnAzurite() : VersionContract(EnginesOnAzurite.Instance);

public sealed class ReplayOnAzurite() : ReplayContract(EnginesOnAzurite.Instance);
