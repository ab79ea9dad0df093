using System.Net;
using System.Net.Sockets;
using LocalDiplomacy.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class StartupTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task The_screen_says_where_to_go()
    {
        await using var host = await RunningHost.StartAsync(_surroundings);

        var screen = _surroundings.Out.ToString();
        foreach (var page in (string[])["", "sign-in", "desk", "mailbox"])
            Assert.Contains(new Uri(host.Client.BaseAddress!, page).ToString(), screen, StringComparison.Ordinal);
        Assert.Contains("officer@gyeongbuk.example", screen, StringComparison.Ordinal);
        Assert.Contains("desk@garok.example", screen, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_surroundings.Folder, ".data", "store.db"), screen, StringComparison.Ordinal);
        Assert.True(screen.Split('\n').Length < 24, "it is more than a screen");
        Assert.Empty(_surroundings.Error.ToString());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        await AssertEndsAsync($"{url} is taken by another program: choose another with --urls.", 1, "--urls", url);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_one_line() =>
        Assert.StartsWith("http://192.0.2.1:7071 cannot be listened on: ", await EndAsync(1, "--urls", "http://192.0.2.1:7071"), StringComparison.Ordinal);

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_one_line()
    {
        _surroundings.Write("file", "no folder");

        var line = await EndAsync(1, "--urls", "http://127.0.0.1:0", "--data", "file");

        Assert.Contains(Path.Combine(_surroundings.Folder, "file"), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hosts_clock_and_services_are_the_applications_to_take()
    {
        await using var host = await RunningHost.StartAsync(_surroundings);

        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
        Assert.NotNull(host.Services.GetRequiredService<IHostApplicationLifetime>());
    }

    [Fact]
    public async Task HTTP_functions_need_the_web_application()
    {
        var builder = new FunctionsApplicationBuilder(
            EmbeddedApplicationBuilder.Create([], [typeof(SampleFunctions)], _surroundings.Surroundings(), "test"));

        Assert.StartsWith("There are HTTP functions", Assert.Throws<StartupFaultException>(builder.Build).Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    private async Task AssertEndsAsync(string line, int code, params string[] arguments) =>
        Assert.Equal(line, await EndAsync(code, arguments));

    private async Task<string> EndAsync(int code, params string[] arguments)
    {
        using var host = RunningHost.Builder(_surroundings, arguments, []).Build();

        await Assert.ThrowsAsync<StartupFaultException>(() => host.StartAsync());

        Assert.Equal(code, _surroundings.ExitCode);
        return Assert.Single(_surroundings.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
