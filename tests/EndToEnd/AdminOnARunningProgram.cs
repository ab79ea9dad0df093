namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>The operators' commands on a data folder that a program has open, as one types them.</summary>
public sealed class AdminOnARunningProgram : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string Data => Path.Combine(_place.Path, "store");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Each_is_refused_in_one_line_and_does_no_harm_and_works_once_the_program_is_stopped()
    {
        using (var running = ProgramUnderTest.Start(Data, ProgramUnderTest.FreePort()))
        {
            await running.ReadyAsync();
            foreach (var command in new[] { "list", "list --json", "rebuild", "verify", "purge --dry-run", "nudge --waiting-cases" })
            {
                var (refused, lines) = await RunAsync(["admin", .. command.Split(' ')]);
                Assert.Equal(1, refused);
                Assert.Contains("in use by another process", Assert.Single(lines), StringComparison.Ordinal);
                Assert.Contains("/api/desk", lines[0], StringComparison.Ordinal);
            }

            // And the program never noticed.
            await running.ReadyAsync();
            running.Kill();
        }

        foreach (var command in new[] { "list", "rebuild --check", "verify", "purge --dry-run" }) Assert.Equal(0, (await RunAsync(["admin", .. command.Split(' ')])).Code);
        Assert.Equal(2, (await RunAsync(["admin", "fly"])).Code);
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(string[] command)
    {
        using var program = ProgramUnderTest.Start(Data, ProgramUnderTest.FreePort(), command);
        var code = await program.EndedAsync();
        return (code, program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
