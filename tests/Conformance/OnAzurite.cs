using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

public sealed class ActivityFailureOnAzurite() : ActivityFailureContract(EnginesOnAzurite.Instance);

public sealed class ClientOnAzurite() : ClientContract(EnginesOnAzurite.Instance);

public sealed class ClockOnAzurite() : ClockContract(EnginesOnAzurite.Instance);

public sealed class CompletionOnAzurite() : CompletionContract(EnginesOnAzurite.Instance);

public sealed class ContinuationOnAzurite() : ContinuationContract(EnginesOnAzurite.Instance);

public sealed class ContinuationLoadOnAzurite() : ContinuationLoadContract(EnginesOnAzurite.Instance);

public sealed class ContinueAsNewOnAzurite() : ContinueAsNewContract(EnginesOnAzurite.Instance);

public sealed class CrowdOnAzurite() : CrowdContract(EnginesOnAzurite.Instance);

public sealed class DeterminismOnAzurite() : DeterminismContract(EnginesOnAzurite.Instance);

public sealed class DuplicateIdOnAzurite() : DuplicateIdContract(EnginesOnAzurite.Instance);

public sealed class EventOnAzurite() : EventContract(EnginesOnAzurite.Instance);

public sealed class EventLoadOnAzurite() : EventLoadContract(EnginesOnAzurite.Instance);

public sealed class EventOrderOnAzurite() : EventOrderContract(EnginesOnAzurite.Instance);

public sealed class EventTimeoutOnAzurite() : EventTimeoutContract(EnginesOnAzurite.Instance);

public sealed class EventWaiterOnAzurite() : EventWaiterContract(EnginesOnAzurite.Instance);

public sealed class FailureOnAzurite() : FailureContract(EnginesOnAzurite.Instance);

public sealed class FamilyOnAzurite() : FamilyContract(EnginesOnAzurite.Instance);

public sealed class OpenWorkOnAzurite() : OpenWorkContract(EnginesOnAzurite.Instance);

public sealed class PayloadOnAzurite() : PayloadContract(EnginesOnAzurite.Instance);

public sealed class PurgeOnAzurite() : PurgeContract(EnginesOnAzurite.Instance);

public sealed class QueryOnAzurite() : QueryContract(EnginesOnAzurite.Instance);

public sealed class RegistrationOnAzurite() : RegistrationContract(EnginesOnAzurite.Instance);

public sealed class RepairOnAzurite() : RepairContract(EnginesOnAzurite.Instance);

public sealed class ReplayOnAzurite() : ReplayContract(EnginesOnAzurite.Instance);

public sealed class RetryOnAzurite() : RetryContract(EnginesOnAzurite.Instance);

public sealed class StatusOnAzurite() : StatusContract(EnginesOnAzurite.Instance);

public sealed class SteeringOnAzurite() : SteeringContract(EnginesOnAzurite.Instance);

public sealed class SubOrchestrationOnAzurite() : SubOrchestrationContract(EnginesOnAzurite.Instance);

public sealed class SuspensionOnAzurite() : SuspensionContract(EnginesOnAzurite.Instance);

public sealed class TimerOnAzurite() : TimerContract(EnginesOnAzurite.Instance);

public sealed class VersionOnAzurite() : VersionContract(EnginesOnAzurite.Instance);

public sealed class VersioningOnAzurite() : VersioningContract(EnginesOnAzurite.Instance);
