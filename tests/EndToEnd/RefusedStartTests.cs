using System.Net;
using System.Net.Sockets;

namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>A program that cannot start says why in one line and ends with a code that is not 0.</summary>
public sealed class RefusedStartTests
{
    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var data = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await MustRefuseAsync(data.Path, port, names: port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_data_folder_in_use_by_another_process_is_named()
    {
        using var data = new TemporaryFolder();
        using var first = ProgramUnderTest.Start(data.Path, ProgramUnderTest.FreePort());
        await first.ReadyAsync();

        await MustRefuseAsync(data.Path, ProgramUnderTest.FreePort(), names: data.Path);
        await first.ReadyAsync();
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named()
    {
        using var place = new TemporaryFolder();
        // Permissions would not stop root; a file where the folder should be stops everybody.
        var file = Path.Combine(place.Path, "a-file");
        await File.WriteAllTextAsync(file, "");

        await MustRefuseAsync(Path.Combine(file, "data"), ProgramUnderTest.FreePort(), names: file);
    }

    private static async Task MustRefuseAsync(string data, int port, string names)
    {
        using var program = ProgramUnderTest.Start(data, port);
        var code = await program.EndedAsync();

        Assert.NotEqual(0, code);
        var line = Assert.Single(program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains(names, line, StringComparison.Ordinal);
    }
}
