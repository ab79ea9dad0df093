namespace LocalDiplomacy.Browser.Tests;

/// <summary>Lines that say what was found and where.</summary>
internal static class Findings
{
    /// <summary>All of them are under artifacts/browser; the message has the first.</summary>
    public static void None(IReadOnlyList<string> found)
    {
        if (found.Count == 0) return;
        var file = Path.Combine(Directory.CreateDirectory(Chromium.Metadata("Artifacts")).FullName, "findings.txt");
        File.AppendAllLines(file, found.Order());
        Assert.Fail($"{found.Count} found, all of them in {file}:\n{string.Join('\n', found.Order().Take(30))}");
    }
}
