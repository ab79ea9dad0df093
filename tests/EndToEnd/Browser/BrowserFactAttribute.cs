namespace LocalDiplomacy.EndToEnd.Tests.Browser;

/// <summary>A test that needs Chromium on this machine. Skipped where there is none; `.ci/run` installs it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>The browser that was found; null without one.</summary>
    public static readonly string? Executable = Places.FirstOrDefault(File.Exists);

    public BrowserFactAttribute()
    {
        if (Executable is null) Skip = "No Chromium or Chrome on this machine (Debian: apt-get install chromium fonts-noto-cjk).";
    }
}
