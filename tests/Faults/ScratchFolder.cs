namespace LocalDiplomacy.Faults.Tests;

/// <summary>A folder of the test's own; gone with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("faults-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A file that is still open stays in the temporary folder.
        }
    }
}
