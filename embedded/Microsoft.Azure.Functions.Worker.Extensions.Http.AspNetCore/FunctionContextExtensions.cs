using LocalDiplomacy.EmbeddedHost;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The request that the function answers; null when the trigger is none of HTTP.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(WellKnownItems.HttpContext, out var http) ? http as HttpContext : null;
}
