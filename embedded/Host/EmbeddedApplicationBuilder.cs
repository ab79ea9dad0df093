using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.EmbeddedHost;

/// <summary>What stands behind <c>FunctionsApplication.CreateBuilder</c> in the embedded build.</summary>
public sealed class EmbeddedApplicationBuilder
{
    private readonly HostApplicationBuilder _builder;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    private EmbeddedApplicationBuilder(HostApplicationBuilder builder) => _builder = builder;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_builder).Properties;

    public ConfigurationManager Configuration => _builder.Configuration;

    public IHostEnvironment Environment => _builder.Environment;

    public ILoggingBuilder Logging => _builder.Logging;

    public IMetricsBuilder Metrics => _builder.Metrics;

    public IServiceCollection Services => _builder.Services;

    public static EmbeddedApplicationBuilder Create(string[] args, Assembly functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        return new(Host.CreateApplicationBuilder(args));
    }

    public void ConfigureWebApplication() => Properties[nameof(ConfigureWebApplication)] = true;

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure)
        where TContainerBuilder : notnull => _builder.ConfigureContainer(factory, configure);

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    public IHost Build() => _builder.Build();
}
