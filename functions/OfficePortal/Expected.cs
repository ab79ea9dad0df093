using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What an MOU refers to must be there: nothing of it is ever removed. That it is not is a fault of the record.</summary>
public static class Expected
{
    public static async Task<MouText> ExpectAsync(this TextStore texts, TextHash hash, CancellationToken cancellation) =>
        await texts.FindAsync(hash, cancellation) ?? throw new InvalidOperationException($"The text {hash.Short} of an MOU is gone.");

    /// <summary>Of the variations that took effect, by their hashes.</summary>
    public static async Task<IReadOnlyDictionary<TextHash, MouText>> OfVariationsAsync(this TextStore texts, Mou mou, CancellationToken cancellation)
    {
        var found = new Dictionary<TextHash, MouText>();
        foreach (var hash in mou.Variations.Select(variation => variation.Text).Distinct()) found[hash] = await texts.ExpectAsync(hash, cancellation);
        return found;
    }

    public static async Task<LocalGovernment> ExpectLocalGovernmentAsync(this ReferenceTables reference, LocalGovernmentId id, CancellationToken cancellation) =>
        await reference.FindLocalGovernmentAsync(id, cancellation) ?? throw new InvalidOperationException($"The local government {id} of an MOU is gone.");

    public static async Task<Mission> ExpectMissionAsync(this ReferenceTables reference, MissionId id, CancellationToken cancellation) =>
        await reference.FindMissionAsync(id, cancellation) ?? throw new InvalidOperationException($"The mission {id} of an MOU is gone.");
}
