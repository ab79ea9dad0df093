using System.Diagnostics;
using System.Text.RegularExpressions;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Pages;

/// <summary>Fills a store, starts the program on it, signs in, and asks for one page after the other.</summary>
internal sealed partial class PagesBench(string program, PagesOptions options)
{
    private const int WarmUp = 20;
    private const string Officer = "officer@gyeongbuk.example";
    private const string Administrator = "desk@garok.example";

    public async Task<PagesReport> RunAsync(TextWriter progress)
    {
        var data = Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        try
        {
            await SeedAsync(data, progress);
            using var started = StartedProgram.Start(program, data);
            await started.FirstPageAsync();
            using var nobody = new Browser(started.Address);
            using var officer = new Browser(started.Address);
            using var desk = new Browser(started.Address);
            await nobody.WellAsync();
            await officer.SignInAsync(Officer);
            await desk.SignInAsync(Administrator);
            return new(options.Mous, await EachAsync(await PagesAsync(nobody, officer, desk), progress));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task SeedAsync(string data, TextWriter progress)
    {
        using var seeding = Process.Start(new ProcessStartInfo("dotnet", [program, "seed", "--mous", $"{options.Mous}", "--data", data]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet did not start.");
        progress.WriteLine((await seeding.StandardOutput.ReadToEndAsync()).Trim());
        await seeding.WaitForExitAsync();
        if (seeding.ExitCode != 0) throw new InvalidOperationException($"The store was not filled: {seeding.ExitCode}.");
    }

    /// <summary>The pages that people open, with a case of the office's own and one that the desk sees.</summary>
    private static async Task<IReadOnlyList<(string Name, Browser By, string Path)>> PagesAsync(Browser nobody, Browser officer, Browser desk)
    {
        var mine = CasePath().Match(await officer.ReadAsync("/office")).Value;
        var any = DeskCasePath().Match(await desk.ReadAsync("/desk/mous")).Value;
        var entry = EntryPath().Match(await nobody.ReadAsync("/register")).Value;
        return
        [
            ("home", nobody, "/"), ("sign-in", nobody, "/sign-in"), ("register", nobody, "/register"), ("register, one", nobody, entry), ("no such page", nobody, "/nothing"),
            ("office", officer, "/office"), ("new MOU", officer, "/office/mous/new"), ("case", officer, mine), ("case, history", officer, mine + "/history"),
            ("case, deadlines", officer, mine + "/deadlines"), ("keys", officer, "/office/keys"),
            ("desk", desk, "/desk"), ("desk, all MOUs", desk, "/desk/mous"), ("desk, search", desk, "/desk/mous?q=libre"), ("desk, case", desk, any),
            ("desk, reference", desk, "/desk/reference"), ("desk, settings", desk, "/desk/settings"),
        ];
    }

    private async Task<IReadOnlyList<PageFigures>> EachAsync(IReadOnlyList<(string Name, Browser By, string Path)> pages, TextWriter progress)
    {
        var found = new List<PageFigures>();
        foreach (var (name, by, path) in pages)
        {
            var times = new List<double>();
            for (var asked = 0; asked < WarmUp + options.Requests; asked++)
            {
                var took = await by.TimedAsync(path);
                if (asked >= WarmUp) times.Add(took);
            }

            found.Add(new(name, path, Percentiles.Of([.. times]), await by.FirstViewAsync(path)));
            progress.WriteLine($"{name}: p95 {found[^1].Times.P95:0.0} ms");
        }

        return found;
    }

    [GeneratedRegex("/office/mous/[0-9a-f]{24}")]
    private static partial Regex CasePath();

    [GeneratedRegex("/desk/mous/[0-9a-f]{24}")]
    private static partial Regex DeskCasePath();

    [GeneratedRegex("/register/[0-9]{4}-[0-9]+")]
    private static partial Regex EntryPath();
}
