using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// The cookies of this site. Over HTTPS their names begin with __Host-, so that no neighbouring site can set them;
/// over plain HTTP, on a machine of one's own, browsers would refuse that name.
/// </summary>
public sealed class Cookies(PublicAddress address)
{
    /// <summary>Sessions, and devices that gave a code, hold this long in the tables too.</summary>
    public static readonly TimeSpan HoldFor = TimeSpan.FromHours(12);

    public const string Session = "session";

    /// <summary>The sign-in that this browser asked for, so that a forwarded mail alone does not sign anyone in.</summary>
    public const string SignInAttempt = "attempt";

    /// <summary>This device gave the code of a link.</summary>
    public const string Device = "device";

    public string? Read(HttpRequest request, string name) => request.Cookies[NameFor(request, name)];

    public void Set(HttpRequest request, string name, string value, TimeSpan holdFor) =>
        request.HttpContext.Response.Cookies.Append(NameFor(request, name), value, Options(request, holdFor));

    public void Drop(HttpRequest request, string name) =>
        request.HttpContext.Response.Cookies.Delete(NameFor(request, name), Options(request, TimeSpan.Zero));

    private string NameFor(HttpRequest request, string name) => address.IsHttps(request) ? "__Host-" + name : name;

    private CookieOptions Options(HttpRequest request, TimeSpan holdFor) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = address.IsHttps(request),
        Path = "/",
        MaxAge = holdFor,
    };
}
