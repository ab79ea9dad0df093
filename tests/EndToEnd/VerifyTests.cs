using System.IO.Compression;

namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>The command that checks evidence, as one types it.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task It_needs_no_store_and_leaves_none()
    {
        var file = Path.Combine(_place.Path, "evidence.zip");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create)) zip.CreateEntry("photo.jpg");

        var (code, lines) = await RunAsync("verify", file);

        Assert.Equal(1, code);
        Assert.Contains("is no evidence of this program", Assert.Single(lines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_place.Path, "store")));
    }

    [Fact]
    public async Task Without_a_file_it_says_how_it_is_used()
    {
        var (code, lines) = await RunAsync("verify");

        Assert.Equal(1, code);
        Assert.Contains("verify FILE", Assert.Single(lines), StringComparison.Ordinal);
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(params string[] command)
    {
        using var program = ProgramUnderTest.Start(Path.Combine(_place.Path, "store"), ProgramUnderTest.FreePort(), command);
        var code = await program.EndedAsync();
        return (code, program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
