using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Storage.Shared;

namespace Azure.Data.Tables.Storage;

/// <summary>Refusals in the Table service's form, whichever storage they come from.</summary>
internal static class TableFailure
{
    public static RequestFailedException From(Response response) => new(response, null, new ErrorParser());

    public static RequestFailedException Of(int status, string code, string message) => From(Answer(status, code, message));

    public static TableTransactionFailedException InTransaction(int index, RequestFailedException refusal)
    {
        refusal.Data[TableTransactionFailedException.FailedActionKey] = index.ToString(CultureInfo.InvariantCulture);
        return new TableTransactionFailedException(refusal);
    }

    public static Response Answer(int status, string code, string message) => new StoredResponse(
        status,
        new Dictionary<string, string> { ["Content-Type"] = "application/json", ["x-ms-error-code"] = code },
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["odata.error"] = new { code, message = new { lang = "en-US", value = message } },
        }));

    private sealed class ErrorParser : RequestFailedDetailsParser
    {
        public override bool TryParse(
            Response response,
            [NotNullWhen(true)] out ResponseError? error,
            out IDictionary<string, string>? data)
        {
            data = null;
            error = Read(response);
            return error is not null;
        }

        private static ResponseError? Read(Response response)
        {
            try
            {
                var root = JsonDocument.Parse(response.Content).RootElement.GetProperty("odata.error");
                return new ResponseError(
                    root.GetProperty("code").GetString(),
                    root.GetProperty("message").GetProperty("value").GetString());
            }
            catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return null;
            }
        }
    }
}
