namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What an empty store begins with: reference tables, and the sample association or the first administrator.</summary>
public sealed class Beginnings
{
    /// <summary>Loads what is missing. Again: changes nothing.</summary>
    public Task LoadAsync(CancellationToken cancel = default) => throw new NotImplementedException();
}
