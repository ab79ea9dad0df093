using LocalDiplomacy.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// The address that people see: PUBLIC_URL. On Azure the worker is called over plain HTTP behind the host, so the
/// request alone does not tell.
/// </summary>
public sealed class PublicAddress(IOptions<WorkflowsOptions> options)
{
    private readonly Uri _public = options.Value.PublicUrl;

    /// <summary>The whole address of a path, for those who read it elsewhere.</summary>
    public Uri Of(string path) => new(_public, path);

    public bool IsHttps(HttpRequest request) => request.IsHttps || _public.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether an Origin header names this site, by its public address or by the one that was called.</summary>
    public bool IsOwnOrigin(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (from.Authority == request.Host.Value || from.Authority == _public.Authority);
}
