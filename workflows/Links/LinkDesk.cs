using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>Opens links, and makes sure by a code from a second mail that their holder reads the address.</summary>
public sealed class LinkDesk
{
    /// <summary>Changes nothing: mail scanners open every link.</summary>
    public Task<OpenedLink> OpenAsync(string token, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<CodeRequest> RequestCodeAsync(Link link, DurableTaskClient engine, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<CodeCheck> CheckCodeAsync(Link link, string code, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<bool> KnowsDeviceAsync(Link link, string? deviceToken, CancellationToken cancel = default) => throw new NotImplementedException();
}
