using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Site;

public sealed class ShowFavicon
{
    /// <summary>Two hands' worth of lines: browsers ask for an icon whether a page names one or not.</summary>
    private static readonly byte[] Icon =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5cad" d="M2 2h12v12H2z"/><path stroke="#fff" stroke-width="1.5" d="M4.5 5.5h7M4.5 8h7M4.5 10.5h4"/></svg>"""u8.ToArray();

    private static readonly string Version = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Icon))[..12];

    [Function(nameof(ShowFavicon))]
    [Answers(Audience.Anyone, Alike = true)]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.ico")] HttpRequest request) =>
        new StaticFile(Icon, "image/svg+xml", Version);
}
