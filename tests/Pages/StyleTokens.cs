using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Pages.Tests;

/// <summary>Everything that is read stands out from what it stands on, in the light and in the dark scheme.</summary>
public sealed partial class StyleTokens
{
    private const double Enough = 4.5;

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("ink", "raised")]
    [InlineData("ink", "soft-good")]
    [InlineData("ink", "soft-soon")]
    [InlineData("ink", "soft-over")]
    [InlineData("ink", "soft-accent")]
    [InlineData("quiet", "paper")]
    [InlineData("quiet", "raised")]
    [InlineData("quiet", "soft-accent")]
    [InlineData("accent", "paper")]
    [InlineData("accent", "raised")]
    [InlineData("accent", "soft-over")]
    [InlineData("on-accent", "accent")]
    [InlineData("good", "paper")]
    [InlineData("good", "soft-good")]
    [InlineData("soon", "paper")]
    [InlineData("soon", "soft-soon")]
    [InlineData("over", "paper")]
    [InlineData("over", "soft-over")]
    public void Have_enough_contrast(string text, string ground)
    {
        foreach (var scheme in Schemes())
            Assert.InRange(Contrast(scheme[text], scheme[ground]), Enough, 21);
    }

    [Fact]
    public void Are_the_ones_that_the_design_names()
    {
        var light = Schemes()[0];
        Assert.Equal(
            ["#1b1f24", "#ffffff", "#57606a", "#d0d7de", "#0b5cad", "#1a7f37", "#9a6700", "#b42318"],
            new[] { "ink", "paper", "quiet", "line", "accent", "good", "soon", "over" }.Select(token => light[token]));
    }

    [Fact]
    public void Are_all_said_again_for_the_dark() =>
        Assert.Equal(Schemes()[0].Keys.Order(), Schemes()[1].Keys.Order());

    [Fact]
    public void Come_from_no_other_host() => Assert.DoesNotMatch(@"@import|url\(|https?:", Stylesheet.Content);

    /// <summary>Light, then dark: each block of tokens in the stylesheet.</summary>
    private static List<Dictionary<string, string>> Schemes() =>
        [.. Root().Matches(Stylesheet.Content).Select(block => Token().Matches(block.Value).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["colour"].Value))];

    /// <summary>As WCAG 2.2 computes it.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@":root\s*\{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(?<colour>#[0-9a-f]{6});")]
    private static partial Regex Token();
}
