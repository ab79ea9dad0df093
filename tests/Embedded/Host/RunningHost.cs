using LocalDiplomacy.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>The embedded host on a free port, with the functions of one class, built as Program.cs builds it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningHost(IHost host, Uri address)
    {
        _host = host;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        Notebook = host.Services.GetRequiredService<Notebook>();
    }

    public HttpClient Client { get; }

    public Notebook Notebook { get; }

    public IServiceProvider Services => _host.Services;

    public static Task<RunningHost> StartAsync(
        TestSurroundings surroundings, Action<FunctionsApplicationBuilder>? configure = null, params Type[] functions) =>
        StartAsync(surroundings, [], configure, functions);

    public static async Task<RunningHost> StartAsync(
        TestSurroundings surroundings, string[] options, Action<FunctionsApplicationBuilder>? configure, params Type[] functions)
    {
        var builder = Builder(surroundings, ["--urls", "http://127.0.0.1:0", .. options], functions);
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new RunningHost(host, new Uri(builder.Configuration["PUBLIC_URL"]!));
    }

    public static FunctionsApplicationBuilder Builder(TestSurroundings surroundings, params Type[] functions) =>
        Builder(surroundings, ["--urls", "http://127.0.0.1:0"], functions);

    public static FunctionsApplicationBuilder Builder(TestSurroundings surroundings, string[] arguments, Type[] functions)
    {
        if (functions.Length == 0)
            functions = [typeof(SampleFunctions)];
        var builder = new FunctionsApplicationBuilder(
            EmbeddedApplicationBuilder.Create(arguments, functions, surroundings.Surroundings(), "test"));
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<Notebook>();
        return builder;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
