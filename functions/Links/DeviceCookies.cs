using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Links;

/// <summary>
/// Remembers on a device that a link's code was given there. A cookie for each link, so that a secretary with three
/// links open is asked three times and not at every turn.
/// </summary>
public sealed class DeviceCookies(Cookies cookies)
{
    public string? Read(HttpRequest request, Link link) => cookies.Read(request, NameFor(link));

    /// <param name="token">Null where no code was given just now.</param>
    public void Remember(HttpRequest request, Link link, string? token)
    {
        if (token is not null)
            cookies.Set(request, NameFor(link), token, Cookies.HoldFor);
    }

    private static string NameFor(Link link) =>
        $"{Cookies.Device}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Principal())))[..16]}";
}
