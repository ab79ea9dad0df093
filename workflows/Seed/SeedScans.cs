using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Signing.Scans;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>A scan for each side's original: a picture of one blank point, the same for all that are made up.</summary>
internal static class SeedScans
{
    private static readonly byte[] Ours = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==");
    private static readonly byte[] Theirs = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4BwAA8ADv8GkuoQAAAABJRU5ErkJggg==");

    public static IReadOnlyList<(Scan Scan, byte[] Content)> Both { get; } = [Of(Side.LocalGovernment, Ours), Of(Side.Counterparty, Theirs)];

    public static byte[] ContentOf(ScanHash hash) => Both.First(one => one.Scan.Hash == hash).Content;

    private static (Scan Scan, byte[] Content) Of(Side side, byte[] content) => (new(ScanStore.HashOf(content), ScanForm.Png, content.Length, side), content);
}
