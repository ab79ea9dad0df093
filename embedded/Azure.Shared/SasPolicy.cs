using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Shared;

/// <summary>Adds a shared access signature to each try, as it is at that moment: it can be replaced.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string SentSignature = "LocalDiplomacy.Sas";

    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query.TrimStart('?');
        if (message.TryGetProperty(SentSignature, out var sent) && sent is string earlier)
            query = query.Replace(earlier, "", StringComparison.Ordinal).TrimEnd('&');
        message.Request.Uri.Query = query.Length == 0 ? signature : $"{query}&{signature}";
        message.SetProperty(SentSignature, signature);
    }
}
