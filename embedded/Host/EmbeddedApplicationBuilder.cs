using System.Reflection;
using LocalDiplomacy.Demo;
using LocalDiplomacy.EmbeddedHost.Dispatch;
using LocalDiplomacy.EmbeddedHost.Http;
using LocalDiplomacy.EmbeddedHost.Orchestrations;
using LocalDiplomacy.EmbeddedHost.Settings;
using LocalDiplomacy.EmbeddedHost.Startup;
using LocalDiplomacy.EmbeddedHost.Storage;
using LocalDiplomacy.EmbeddedHost.Telemetry;
using LocalDiplomacy.EmbeddedHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.EmbeddedHost;

/// <summary>What stands behind <c>FunctionsApplication.CreateBuilder</c> in the embedded build.</summary>
public sealed class EmbeddedApplicationBuilder
{
    // As on Azure.
    private const long LargestBody = 100 * 1024 * 1024;

    private readonly WebApplicationBuilder _builder;
    private readonly FunctionCatalog _catalog;
    private readonly HostSettings _settings;
    private readonly StoragePlace _storage;
    private readonly Surroundings _surroundings;
    private readonly DemoCommand? _demo;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly long _started;
    private bool _webApplication;

    private EmbeddedApplicationBuilder(HostSettings settings, FunctionCatalog catalog, Surroundings surroundings, string name)
    {
        _settings = settings;
        _catalog = catalog;
        if (settings.Demo)
        {
            // Made here and handed to nobody but the demo's player: no setting and no route moves a clock.
            var clock = new SkippableTime(surroundings.Time);
            surroundings = surroundings with { Time = clock };
            _demo = new DemoCommand(settings, surroundings, clock);
        }

        _surroundings = surroundings;
        _started = surroundings.Time.GetTimestamp();
        _storage = StoragePlace.Of(settings, surroundings);
        _builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = name,
            ContentRootPath = surroundings.ProgramDirectory,
            EnvironmentName = settings.Given("AZURE_FUNCTIONS_ENVIRONMENT") ?? settings.Given("DOTNET_ENVIRONMENT") ?? Environments.Production,
        });
        settings.ApplyTo(_builder.Configuration, _storage.ConnectionString);
        ConsoleLogging.Configure(_builder.Logging, _builder.Configuration, settings.HostJson);
        TelemetrySwitch.AddWhereAsked(_builder, settings);
        ConfigureKestrel();
        _builder.Services.AddRouting();
        _builder.Services.AddPublicCompression();
        _builder.Services.AddSingleton(surroundings.Time);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_builder).Properties;

    public ConfigurationManager Configuration => _builder.Configuration;

    public IHostEnvironment Environment => _builder.Environment;

    public ILoggingBuilder Logging => _builder.Logging;

    public IMetricsBuilder Metrics => _builder.Metrics;

    public IServiceCollection Services => _builder.Services;

    /// <summary>Reads command line and settings, and finds the functions. What is wrong with them ends the process with one line.</summary>
    public static EmbeddedApplicationBuilder Create(string[] args, Assembly functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var surroundings = Surroundings.OfThisProcess();
        try
        {
            return Create(args, functions.GetTypes(), surroundings, functions.GetName().Name!);
        }
        catch (StartupFaultException fault)
        {
            StartupFaults.End(surroundings, fault);
            throw;
        }
    }

    public void ConfigureWebApplication()
    {
        _webApplication = true;
        // Results are wanted of MVC, controllers are not: an empty part manager saves the search for them.
        Services.AddSingleton(new ApplicationPartManager());
        Services.AddMvcCore();
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_builder).ConfigureContainer(factory, configure);

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    /// <summary>Checks the functions' routes, schedules and parameters. What is wrong with them ends the process with one line.</summary>
    public IHost Build()
    {
        try
        {
            return BuildChecked();
        }
        catch (StartupFaultException fault)
        {
            StartupFaults.End(_surroundings, fault);
            throw;
        }
    }

    internal static EmbeddedApplicationBuilder Create(
        string[] args, IEnumerable<Type> functions, Surroundings surroundings, string applicationName)
    {
        var commandLine = CommandLine.Parse(args);
        Information.AnswerAndExit(commandLine, surroundings);
        var settings = new HostSettings(commandLine, surroundings);
        var catalog = FunctionCatalog.Of(functions);
        FirstAdministrator.AskWhereNeeded(settings, surroundings);
        return new EmbeddedApplicationBuilder(settings, catalog, surroundings, applicationName);
    }

    internal IHost BuildChecked()
    {
        if (!_webApplication && _catalog.TriggeredBy<HttpTriggerAttribute>().Any())
            throw new StartupFaultException("There are HTTP functions: Program.cs must call ConfigureFunctionsWebApplication().");

        ApplicationCommand.Check(_settings.Command, _builder.Services);
        // For commands: functions have theirs by [DurableClient].
        OrchestrationEngine? engine = null;
        _builder.Services.AddSingleton<Func<DurableTaskClient>>(() => engine!.Client);
        var app = _builder.Build();
        var pipeline = new FunctionPipeline(_middleware);
        engine = new OrchestrationEngine(_settings.HostJson, _storage, _surroundings.Time, app.Services);
        var binders = new ParameterBinders(engine);
        engine.Register(_catalog, binders, pipeline);
        var timers = new TimerFunctions(_catalog, binders, pipeline, app.Configuration);
        var host = new EmbeddedFunctionsHost(app, _settings, _storage, engine, timers, _surroundings, _demo, _started);
        TelemetrySwitch.UseWhereAsked(app, _settings);
        app.UsePublicCompression();
        app.UseFailureResponses();
        host.MapMailbox();
        host.MapEngine();
        app.UseRouting();
        new HttpFunctionEndpoints(_catalog, binders, pipeline).Map(app, _settings.HostJson.RoutePrefix, host.Ready);
        return host;
    }

    private void ConfigureKestrel()
    {
        _builder.WebHost.UseKestrelCore();
        _builder.WebHost.UseUrls([.. _settings.Listen.Urls]);
        _builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
    }
}
