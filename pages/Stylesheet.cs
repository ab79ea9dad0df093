using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Pages;

/// <summary>The one stylesheet, served under <c>/style.css</c>.</summary>
public static class Stylesheet
{
    public const string ContentType = "text/css; charset=utf-8";

    private static readonly Lazy<string> content = new(Read);
    private static readonly Lazy<string> version = new(() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))[..12]);

    public static string Content => content.Value;

    /// <summary>Changes with the content: good for an ETag, and part of the address, so that it may be cached for good.</summary>
    public static string Version => version.Value;

    public static string Path => $"/style.css?v={Version}";

    private static string Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Squeezed.Css(reader.ReadToEnd());
    }
}
