namespace LocalDiplomacy.Conformance.Tests;

internal static class TemporaryFolders
{
    internal static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A file that is still open stays in the temporary folder.
        }
    }
}
