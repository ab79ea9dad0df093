namespace LocalDiplomacy.Azurite;

/// <summary>Where Azurite keeps its data and listens.</summary>
/// <param name="DataFolder">Created when missing; one Azurite at a time.</param>
public sealed record AzuriteOptions(string DataFolder)
{
    /// <summary>0 takes a free port.</summary>
    public int BlobPort { get; init; }

    /// <summary>0 takes a free port.</summary>
    public int TablePort { get; init; }

    /// <summary>How long it may take to answer, and afterwards to save and end before it is killed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Told, in a sentence, what takes long: the installation.</summary>
    public Action<string>? Progress { get; init; }
}
