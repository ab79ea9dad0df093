using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

public sealed class ActivityFailureOnTheDurableFile() : ActivityFailureContract(EnginesOnTheDurableFile.Instance);

public sealed class ClientOnTheDurableFile() : ClientContract(EnginesOnTheDurableFile.Instance);

public sealed class ClockOnTheDurableFile() : ClockContract(EnginesOnTheDurableFile.Instance);

public sealed class CompletionOnTheDurableFile() : CompletionContract(EnginesOnTheDurableFile.Instance);

public sealed class ContinuationOnTheDurableFile() : ContinuationContract(EnginesOnTheDurableFile.Instance);

public sealed class ContinuationLoadOnTheDurableFile() : ContinuationLoadContract(EnginesOnTheDurableFile.Instance);

public sealed class ContinueAsNewOnTheDurableFile() : ContinueAsNewContract(EnginesOnTheDurableFile.Instance);

public sealed class CrowdOnTheDurableFile() : CrowdContract(EnginesOnTheDurableFile.Instance);

public sealed class DeterminismOnTheDurableFile() : DeterminismContract(EnginesOnTheDurableFile.Instance);

public sealed class DuplicateIdOnTheDurableFile() : DuplicateIdContract(EnginesOnTheDurableFile.Instance);

public sealed class EventOnTheDurableFile() : EventContract(EnginesOnTheDurableFile.Instance);

public sealed class EventLoadOnTheDurableFile() : EventLoadContract(EnginesOnTheDurableFile.Instance);

public sealed class EventOrderOnTheDurableFile() : EventOrderContract(EnginesOnTheDurableFile.Instance);

public sealed class EventTimeoutOnTheDurableFile() : EventTimeoutContract(EnginesOnTheDurableFile.Instance);

public sealed class EventWaiterOnTheDurableFile() : EventWaiterContract(EnginesOnTheDurableFile.Instance);

public sealed class FailureOnTheDurableFile() : FailureContract(EnginesOnTheDurableFile.Instance);

public sealed class FamilyOnTheDurableFile() : FamilyContract(EnginesOnTheDurableFile.Instance);

public sealed class OpenWorkOnTheDurableFile() : OpenWorkContract(EnginesOnTheDurableFile.Instance);

public sealed class PayloadOnTheDurableFile() : PayloadContract(EnginesOnTheDurableFile.Instance);

public sealed class PurgeOnTheDurableFile() : PurgeContract(EnginesOnTheDurableFile.Instance);

public sealed class QueryOnTheDurableFile() : QueryContract(EnginesOnTheDurableFile.Instance);

public sealed class RegistrationOnTheDurableFile() : RegistrationContract(EnginesOnTheDurableFile.Instance);

public sealed class RepairOnTheDurableFile() : RepairContract(EnginesOnTheDurableFile.Instance);

public sealed class ReplayOnTheDurableFile() : ReplayContract(EnginesOnTheDurableFile.Instance);

public sealed class RetryOnTheDurableFile() : RetryContract(EnginesOnTheDurableFile.Instance);

public sealed class StatusOnTheDurableFile() : StatusContract(EnginesOnTheDurableFile.Instance);

public sealed class SteeringOnTheDurableFile() : SteeringContract(EnginesOnTheDurableFile.Instance);

public sealed class SubOrchestrationOnTheDurableFile() : SubOrchestrationContract(EnginesOnTheDurableFile.Instance);

public sealed class SuspensionOnTheDurableFile() : SuspensionContract(EnginesOnTheDurableFile.Instance);

public sealed class TimerOnTheDurableFile() : TimerContract(EnginesOnTheDurableFile.Instance);

public sealed class VersionOnTheDurableFile() : VersionContract(EnginesOnTheDurableFile.Instance);

public sealed class VersioningOnTheDurableFile() : VersioningContract(EnginesOnTheDurableFile.Instance);
