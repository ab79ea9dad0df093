using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

public sealed class CompletionOnTheDurableFile() : CompletionContract(EnginesOnTheDurableFile.Instance);

public sealed class ContinueAsNewOnTheDurableFile() : ContinueAsNewContract(EnginesOnTheDurableFile.Instance);

public sealed class EventOnTheDurableFile() : EventContract(EnginesOnTheDurableFile.Instance);

public sealed class TimerOnTheDurableFile() : TimerContract(EnginesOnTheDurableFile.Instance);

public sealed class FailureOnTheDurableFile() : FailureContract(EnginesOnTheDurableFile.Instance);

public sealed class SubOrchestrationOnTheDurableFile() : SubOrchestrationContract(EnginesOnTheDurableFile.Instance);

public sealed class SteeringOnTheDurableFile() : SteeringContract(EnginesOnTheDurableFile.Instance);

public sealed class ClientOnTheDurableFile() : ClientContract(EnginesOnTheDurableFile.Instance);

public sealed class VersionOnTheDurableFile() : VersionContract(EnginesOnTheDurableFile.Instance);

public sealed class ReplayOnTheDurableFile() : ReplayContract(EnginesOnTheDurableFile.Instance);
