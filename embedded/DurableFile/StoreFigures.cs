namespace LocalDiplomacy.DurableFile;

/// <summary>How much was asked of a store since it was opened. Two of them, taken apart, tell what happened in between.</summary>
/// <param name="Reads">Consistent views that were read.</param>
/// <param name="Writes">Transactions that were asked for, refused ones too.</param>
/// <param name="Syncs">Groups of transactions that were committed by one fsync each.</param>
public readonly record struct StoreFigures(long Reads, long Writes, long Syncs);
