using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A district or city that is a part of a local government and none itself (Local Autonomy Act, art. 3).</summary>
public sealed record AdministrativeUnit(LocalGovernmentId Province, LocalGovernmentId PartOf, LocalizedText Name);

/// <summary>The administrative districts of large cities and the administrative cities of Jeju: known in order to be refused.</summary>
internal static class AdministrativeUnits
{
    private static readonly Lazy<IReadOnlyList<AdministrativeUnit>> Units = new(ReferenceFiles.AdministrativeUnits);

    public static IReadOnlyList<AdministrativeUnit> All => Units.Value;

    public static AdministrativeUnit? Find(LocalGovernmentId province, string koreanName) =>
        All.FirstOrDefault(unit => unit.Province == province && unit.Name.In(Language.Korean) == koreanName.Trim());

    /// <param name="id">As a local government of that name would have it: "41-분당구".</param>
    public static AdministrativeUnit? Find(LocalGovernmentId id) =>
        id.Value?.Split('-', 2) is [var province, var name] ? Find(new LocalGovernmentId(province), name) : null;
}
