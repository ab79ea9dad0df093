namespace LocalDiplomacy.Functions.Site;

/// <summary>A path of this site that came from a form, and leads nowhere else.</summary>
public static class LocalPath
{
    /// <summary>The path, or the other one where it would leave the site: "//host", "/\host" and addresses do.</summary>
    public static string Or(string? path, string otherwise) =>
        path is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !path.Any(char.IsControl) ? Escaped(path) : otherwise;

    /// <summary>A header takes ASCII alone.</summary>
    private static string Escaped(string path) => path.All(char.IsAscii) ? path : Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}
