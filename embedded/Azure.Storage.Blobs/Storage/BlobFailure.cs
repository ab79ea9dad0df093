using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Storage.Blobs;

/// <summary>Refusals in the Blob service's form, whichever storage they come from.</summary>
internal static class BlobFailure
{
    private const string CodeHeader = "x-ms-error-code";

    public static RequestFailedException From(Response response) => new(response, null, new ErrorParser());

    public static Response Answer(int status, string code, string message) => new StoredResponse(
        status,
        new Dictionary<string, string> { ["Content-Type"] = "application/xml", [CodeHeader] = code },
        System.Text.Encoding.UTF8.GetBytes(new XElement("Error", new XElement("Code", code), new XElement("Message", message)).ToString()));

    public static bool Is(Response response, params ReadOnlySpan<string> codes) =>
        response.Headers.TryGetValue(CodeHeader, out var code) && codes.Contains(code);

    public static Response Accepted(Response response) => response.IsError ? throw From(response) : response;

    // The answer to a HEAD has no body, only the header.
    private sealed class ErrorParser : RequestFailedDetailsParser
    {
        public override bool TryParse(
            Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
        {
            data = null;
            error = response.Headers.TryGetValue(CodeHeader, out var code) ? new ResponseError(code, Message(response)) : null;
            return error is not null;
        }

        private static string? Message(Response response)
        {
            try
            {
                return response.ContentStream is { CanSeek: true, Length: > 0 }
                    ? XElement.Parse(response.Content.ToString().TrimStart('\uFEFF')).Element("Message")?.Value
                    : response.ReasonPhrase;
            }
            catch (XmlException)
            {
                return response.ReasonPhrase;
            }
        }
    }
}
