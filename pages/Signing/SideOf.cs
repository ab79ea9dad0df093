using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Signing;

/// <summary>The side that a link's holder signs for.</summary>
internal static class SideOf
{
    public static Side Holder(LinkHolder holder) => holder == LinkHolder.LocalGovernmentSigner ? Side.LocalGovernment : Side.Counterparty;
}
