using System.Reflection;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Pages.Tests;

/// <summary>Pictures that the documents show: they are there, and small enough to be read with them.</summary>
public sealed partial class PicturesInDocuments
{
    private const int Most = 150_000, MostTogether = 1_500_000;

    private static readonly string root = typeof(PicturesInDocuments).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Root").Value!;

    private static readonly string screens = Path.Combine(root, "docs", "screens");

    private static readonly IReadOnlyList<string> named =
    [
        .. from document in Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Prepend(Path.Combine(root, "README.md"))
           from Match picture in Picture().Matches(File.ReadAllText(document))
           select Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, picture.Groups["path"].Value)),
    ];

    [Fact]
    public void Are_there()
    {
        Assert.NotEmpty(named);
        Assert.All(named, picture => Assert.True(File.Exists(picture), $"{picture} is shown by a document and is not there."));
    }

    [Fact]
    public void Of_screens_are_each_shown_somewhere_and_small()
    {
        var files = Directory.GetFiles(screens);

        Assert.Empty(files.Except(named).Select(Path.GetFileName));
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, Most));
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, MostTogether);
    }

    [GeneratedRegex(@"!\[[^\]]*\]\((?<path>[^)\s]+\.png)\)")]
    private static partial Regex Picture();
}
