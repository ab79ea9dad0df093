using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Pages;

/// <summary>Writes one component, in one language and at one moment, as HTML.</summary>
internal sealed class ComponentWriter(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>Each writing has a renderer of its own: a renderer keeps its components until it is disposed.</summary>
    public async Task<string> WriteAsync(Type component, IReadOnlyDictionary<string, object?> parameters, PageFrame frame)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<Framed>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Framed.Frame)] = frame,
                [nameof(Framed.Component)] = component,
                [nameof(Framed.Parameters)] = parameters.ToDictionary(p => p.Key, p => p.Value!),
            }));
            return output.ToHtmlString();
        });
    }
}
