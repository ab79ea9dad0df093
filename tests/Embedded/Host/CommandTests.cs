using LocalDiplomacy.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>Commands of the application, which the host knows by name only.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task A_command_runs_instead_of_everything_else()
    {
        var builder = Build(async (arguments, output, _) => await output.WriteAsync(string.Join('|', arguments)), "say", "this", "--data", "here", "that");
        var service = new StartedService();
        builder.Services.AddSingleton<IHostedService>(service);

        await builder.Build().StartAsync();

        Assert.Equal("this|that", _surroundings.Out.ToString());
        Assert.Equal(0, _surroundings.ExitCode);
        Assert.False(service.WasStarted);
        Assert.False(Directory.Exists(Path.Combine(_surroundings.Folder, "here")), "a store was made that nobody asked for");
    }

    [Fact]
    public async Task Its_refusal_is_one_line()
    {
        using var host = Build((_, _, _) => throw new HostAbortedException("Not today."), "say").Build();

        await Assert.ThrowsAsync<StartupFaultException>(() => host.StartAsync());

        Assert.Equal("Not today." + Environment.NewLine, _surroundings.Error.ToString());
        Assert.Equal(1, _surroundings.ExitCode);
    }

    [Fact]
    public void One_that_the_application_does_not_have_is_one_line()
    {
        Assert.Throws<StartupFaultException>(() => Build((_, _, _) => Task.CompletedTask, "sing").Build());

        Assert.Equal("Unknown command 'sing'. --help lists the commands." + Environment.NewLine, _surroundings.Error.ToString());
        Assert.Equal(2, _surroundings.ExitCode);
    }

    [Fact]
    public void An_account_with_an_identity_is_for_commands_alone()
    {
        _surroundings.Environment["AzureWebJobsStorage__accountName"] = "pilot";

        var settings = Build((_, _, _) => Task.CompletedTask, "say").Configuration;
        var fault = Assert.Throws<StartupFaultException>(() => Build((_, _, _) => Task.CompletedTask));

        Assert.Null(settings["AzureWebJobsStorage"]);
        Assert.Equal("pilot", settings["AzureWebJobsStorage:accountName"]);
        Assert.Contains("needs the build for Azure", fault.Message, StringComparison.Ordinal);
    }

    private FunctionsApplicationBuilder Build(Command command, params string[] arguments)
    {
        var builder = RunningHost.Builder(_surroundings, ["--urls", "http://127.0.0.1:0", .. arguments], []);
        builder.Services.AddKeyedSingleton("say", command);
        return builder;
    }

    private sealed class StartedService : IHostedService
    {
        public bool WasStarted { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            WasStarted = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
