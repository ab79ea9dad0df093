namespace LocalDiplomacy.EndToEnd.Tests;

public sealed class DemoTests
{
    private const string LastLine = "  The MOU has run its course: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_demo_plays_the_whole_life_on_the_durable_file_and_again_on_the_same_data()
    {
        using var data = new TemporaryFolder();

        await PlayAsync(data.Path);
        // Everything that the first play left is years ahead of this one's clock.
        await PlayAsync(data.Path);
    }

    private static async Task PlayAsync(string data)
    {
        using var program = ProgramUnderTest.Start(data, ProgramUnderTest.FreePort(), "--demo");

        await Waiting.UntilAsync("the demo ends", Patience, TimeSpan.FromMilliseconds(50), () => Task.FromResult(HasEnded(program)));

        Assert.Contains(LastLine, program.Output, StringComparison.Ordinal);
        await program.ReadyAsync();
    }

    private static bool HasEnded(ProgramUnderTest program) =>
        program.HasEnded
        || program.Output.Contains(LastLine, StringComparison.Ordinal)
        || program.Output.Contains("  FAILED ", StringComparison.Ordinal);
}
