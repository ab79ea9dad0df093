using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Http;

/// <summary>A <c>[FromBody]</c> parameter.</summary>
internal static class RequestBody
{
    /// <exception cref="FunctionInputConverterException">The body is no JSON of this type.</exception>
    public static async ValueTask<object?> ReadAsync(HttpRequest request, Type type, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            throw new FunctionInputConverterException("The request body must be JSON.");
        try
        {
            return await request.ReadFromJsonAsync(type, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new FunctionInputConverterException("The request body is not the JSON that is expected.", exception);
        }
    }
}
