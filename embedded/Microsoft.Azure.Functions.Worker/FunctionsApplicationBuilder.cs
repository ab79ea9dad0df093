using LocalDiplomacy.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder(EmbeddedApplicationBuilder application) => Application = application;

    public IDictionary<object, object> Properties => Application.Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => Application.Configuration;

    public IHostEnvironment Environment => Application.Environment;

    public ILoggingBuilder Logging => Application.Logging;

    public IMetricsBuilder Metrics => Application.Metrics;

    public IServiceCollection Services => Application.Services;

    internal EmbeddedApplicationBuilder Application { get; }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => Application.ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Application.Use(middleware);
        return this;
    }

    /// <summary>May be called once.</summary>
    public IHost Build() => Application.Build();
}
