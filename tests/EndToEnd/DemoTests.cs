namespace LocalDiplomacy.EndToEnd.Tests;

public sealed class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_demo_ends_in_effect_on_the_durable_file()
    {
        using var data = new TemporaryFolder();
        using var program = ProgramUnderTest.Start(data.Path, ProgramUnderTest.FreePort(), "--demo");

        await Waiting.UntilAsync("the demo ends", Patience, TimeSpan.FromMilliseconds(50), () => Task.FromResult(HasEnded(program)));

        Assert.Contains("  The MOU is in effect", program.Output, StringComparison.Ordinal);
        await program.ReadyAsync();
    }

    private static bool HasEnded(ProgramUnderTest program) =>
        program.HasEnded
        || program.Output.Contains("  The MOU is in effect", StringComparison.Ordinal)
        || program.Output.Contains("  FAILED ", StringComparison.Ordinal);
}
