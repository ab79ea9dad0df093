namespace Azure.Storage.Blobs;

/// <summary>The answer 304: what the caller has is current, so there is nothing to read.</summary>
internal sealed class NoContentResponse<T>(Response response) : Response<T>
{
    public override T Value => throw new InvalidOperationException("The blob has not changed; look at HasValue first.");

    public override bool HasValue => false;

    public override Response GetRawResponse() => response;
}
