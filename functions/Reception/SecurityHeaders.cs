using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// Headers of every answer. Pages have one stylesheet, at most one script, which asks this site alone, and forms of their own:
/// everything else is refused, what stands inside a page first. Addresses carry link tokens, so no referrer leaves a page;
/// forms are known by what browsers say of where they come from, and by their <see cref="FormProof"/>.
/// </summary>
public sealed class SecurityHeaders(PublicAddress address) : IFunctionsWorkerMiddleware
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("X-Robots-Tag", "noindex, nofollow"),
        // What is not personal says so itself: the stylesheet and the icon.
        ("Cache-Control", "no-store"),
        ("Vary", "Accept-Language, Cookie"),
    ];

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        Array.ForEach(Always, header => http.Response.Headers[header.Name] = header.Value);
        if (address.IsHttps(http.Request))
            http.Response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(context);
    }
}
