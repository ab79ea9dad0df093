using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Pages;

/// <summary>The one script, served under <c>/script.js</c>. Every page is whole without it.</summary>
public static class Script
{
    public const string ContentType = "text/javascript; charset=utf-8";

    private static readonly Lazy<string> content = new(Read);
    private static readonly Lazy<string> version = new(() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))[..12]);

    public static string Content => content.Value;

    /// <summary>Changes with the content: good for an ETag, and part of the address, so that it may be cached for good.</summary>
    public static string Version => version.Value;

    public static string Path => $"/script.js?v={Version}";

    private static string Read()
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream("script.js")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Squeezed.Js(reader.ReadToEnd());
    }
}
