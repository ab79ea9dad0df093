namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>
/// Holds what is written to what somebody read and approved. A difference is written beside the tests as a ".received" file:
/// whoever approves of it puts it in Approved/ under the name without that ending.
/// </summary>
public static class Approved
{
    public static void Matches(string name, string written)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Approved");
        var approved = Path.Combine(folder, name);
        var (now, before) = (written.ReplaceLineEndings("\n"), File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "");
        if (now == before) return;
        Directory.CreateDirectory(folder);
        File.WriteAllText($"{approved}.received", now);
        Assert.Equal(before, now);
    }
}
