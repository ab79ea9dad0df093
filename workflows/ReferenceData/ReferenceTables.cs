using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>The local governments and missions, as the tables have them; this process keeps a copy for a short while.</summary>
public sealed class ReferenceTables
{
    public ValueTask<LocalGovernment?> FindLocalGovernmentAsync(LocalGovernmentId id, CancellationToken cancel = default) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<LocalGovernment>> LocalGovernmentsAsync(CancellationToken cancel = default) => throw new NotImplementedException();

    public ValueTask<Mission?> FindMissionAsync(MissionId id, CancellationToken cancel = default) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Mission>> MissionsAsync(CancellationToken cancel = default) => throw new NotImplementedException();
}
