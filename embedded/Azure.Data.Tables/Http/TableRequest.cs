using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <param name="Method">As HTTP names it.</param>
/// <param name="Address">Escaped already.</param>
/// <param name="Headers">Beyond those that every request has.</param>
/// <param name="Body">Null for none.</param>
internal sealed record TableRequest(
    string Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    public void WriteTo(Request request)
    {
        request.Method = RequestMethod.Parse(Method);
        request.Uri.Reset(Address);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        foreach (var (name, value) in Headers)
            request.Headers.SetValue(name, value);
        if (Body is not null)
            request.Content = RequestContent.Create(Body);
    }
}
