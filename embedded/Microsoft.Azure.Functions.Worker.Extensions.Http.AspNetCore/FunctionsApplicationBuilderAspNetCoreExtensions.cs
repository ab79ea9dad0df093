namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Gives functions <c>HttpRequest</c> and takes <c>IActionResult</c>. The embedded host refuses HTTP functions without it.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.Application.ConfigureWebApplication();
        return builder;
    }
}
