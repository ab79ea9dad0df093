using System.Text.Json;
using System.Text.RegularExpressions;
using LocalDiplomacy.Demo;

namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>The demo's own words, held to the record that it leaves and to the mails that it sent.</summary>
public sealed partial class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    [Fact]
    public async Task The_demo_plays_the_whole_life_as_it_tells_it_and_again_on_the_same_data()
    {
        using var data = new TemporaryFolder();
        using (var first = await PlayedAsync(data.Path)) await CheckAsync(first);
        // Everything that the first play left is years ahead of this one's clock.
        (await PlayedAsync(data.Path)).Dispose();
    }

    private static async Task CheckAsync(ProgramUnderTest program)
    {
        using var cast = new Cast(program.Portal, TimeProvider.System);
        await cast.ClearDesksAsync(default);
        await cast.Officer.SignInAsync(default);
        var office = cast.OfficeProgram(await cast.Officer.MakeKeyAsync(default));

        var mou = LastLine().Match(program.Output).Groups["mou"].Value;
        var state = await office.ReadAsync(mou, default);
        var (variation, courses) = (Linked(state, "Variation"), Linked(state, "Subsidiary"));

        Assert.Equal(DemoStory.Recorded, await RecordAsync(office, mou));
        Assert.Equal(DemoStory.RecordedOfVariation, await RecordAsync(office, variation));
        Assert.Equal(DemoStory.RecordedOfCourses, await RecordAsync(office, courses));
        AssertEnds(program.Output, state, await office.ReadAsync(variation, default), await office.ReadAsync(courses, default));
        Assert.Equal(DemoStory.WrittenTo.Order(StringComparer.Ordinal), await ReadersAsync(program.Portal));
    }

    /// <summary>Plays it to its last line, and finds every line of the story in its place.</summary>
    private static async Task<ProgramUnderTest> PlayedAsync(string data)
    {
        var program = ProgramUnderTest.Start(data, ProgramUnderTest.FreePort(), "--demo");
        await Waiting.UntilAsync("the demo ends", Patience, TimeSpan.FromMilliseconds(50), () => Task.FromResult(HasEnded(program)));
        var from = 0;
        foreach (var line in DemoStory.Told)
        {
            var at = program.Output.IndexOf(line, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{line}\" was not told after what came before it:\n{program.Output}");
            from = at + line.Length;
        }

        await program.ReadyAsync();
        return program;
    }

    private static bool HasEnded(ProgramUnderTest program) =>
        program.HasEnded || LastLine().IsMatch(program.Output) || program.Output.Contains("  FAILED ", StringComparison.Ordinal);

    private static string Linked(JsonElement state, string kind) =>
        state.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("kind").GetString() == kind).GetProperty("other").GetString()!;

    /// <summary>What happened, without what time alone reminded of: how many days are reminded on depends on the day of the test.</summary>
    private static async Task<IEnumerable<string>> RecordAsync(OfficeProgram office, string mou) =>
        [.. (await office.HistoryAsync(mou, default)).GetProperty("items").EnumerateArray()
            .Select(entry => entry.GetProperty("type").GetString()!["mou.".Length..^".v1".Length]).Where(type => type != "reminder-fell-due")];

    /// <summary>The days that were told are those that the API names.</summary>
    private static void AssertEnds(string told, JsonElement mou, JsonElement variation, JsonElement courses)
    {
        Assert.Equal(("terminated", "terminated", "expired"), (Stage(mou, "name"), Stage(variation, "name"), Stage(courses, "name")));
        Assert.Contains($"The MOU is in effect from {Long(Stage(mou, "inEffectSince"))} to ", told, StringComparison.Ordinal);
        var taken = Assert.Single(mou.GetProperty("variations").EnumerateArray());
        Assert.Equal(variation.GetProperty("id").GetString(), taken.GetProperty("by").GetString());
        Assert.Contains($"which now lasts until {Long(taken.GetProperty("endsOn").GetString()!)};", told, StringComparison.Ordinal);
        Assert.Contains($"the office renewed it until {Long(Stage(mou, "endsOn"))},", told, StringComparison.Ordinal);
        Assert.Contains($"language courses expired with {Long(Stage(courses, "endsOn"))}:", told, StringComparison.Ordinal);
        Assert.Equal(2, mou.GetProperty("rounds").GetArrayLength());
    }

    private static string Stage(JsonElement mou, string name) => mou.GetProperty("stage").GetProperty(name).GetString()!;

    private static string Long(string day) =>
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<string>> ReadersAsync(Uri portal)
    {
        using var http = new HttpClient { BaseAddress = portal };
        var mails = JsonDocument.Parse(await http.GetStringAsync("/mailbox/api/messages?limit=500")).RootElement;
        return [.. mails.EnumerateArray().Select(mail => mail.GetProperty("to").GetString()!).Distinct().Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"s  The MOU has run its course: http://[^/]+/office/mous/(?<mou>[a-z0-9]+)")]
    private static partial Regex LastLine();
}
