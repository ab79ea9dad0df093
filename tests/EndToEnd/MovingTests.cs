namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>The commands that move a store, as one types them.</summary>
public sealed class MovingTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string Archive => Path.Combine(_place.Path, "pilot.zip");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_store_is_exported_while_its_program_is_stopped_and_starts_elsewhere()
    {
        using (var running = ProgramUnderTest.Start(DataOf("here"), ProgramUnderTest.FreePort()))
        {
            await running.ReadyAsync();
            var (refused, line) = await RunAsync("here", "export", Archive);
            Assert.NotEqual(0, refused);
            Assert.Contains("in use by another process", Assert.Single(line), StringComparison.Ordinal);
            running.Kill();
        }

        var (exported, export) = await RunAsync("here", "export", Archive);
        var (imported, import) = await RunAsync("there", "import", Archive);
        var (repeated, again) = await RunAsync("there", "import", Archive);

        Assert.Equal((0, 0), (exported, imported));
        Assert.Contains(export, line => line.Contains("tables/Missions", StringComparison.Ordinal));
        Assert.Contains("Read back and compared: every count and every SHA-256 is the same.", import);
        Assert.NotEqual(0, repeated);
        Assert.Contains("not empty", Assert.Single(again), StringComparison.Ordinal);
        using var there = ProgramUnderTest.Start(DataOf("there"), ProgramUnderTest.FreePort());
        await there.ReadyAsync();
    }

    [Fact]
    public async Task A_refused_import_leaves_no_store_behind()
    {
        await File.WriteAllTextAsync(Archive, "no archive");

        var (code, lines) = await RunAsync("there", "import", Archive);

        Assert.NotEqual(0, code);
        Assert.Contains("no archive of this program", Assert.Single(lines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(DataOf("there")));
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(string store, params string[] command)
    {
        using var program = ProgramUnderTest.Start(DataOf(store), ProgramUnderTest.FreePort(), command);
        var code = await program.EndedAsync();
        return (code, program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private string DataOf(string store) => Path.Combine(_place.Path, store);
}
