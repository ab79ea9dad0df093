using System.Reflection;

namespace LocalDiplomacy.Embedded.Tests.ApiSurface;

/// <summary>A stand-in offers nothing that the package it stands in for lacks: what compiles here compiles there.</summary>
public sealed class ApiSurfaceTests
{
    private static readonly string Lists = Path.Combine(AppContext.BaseDirectory, "Api");

    public static TheoryData<string> Packages => [.. Directory.GetFiles(Lists, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_offers_only_what_the_package_offers(string package)
    {
        var listed = File.ReadAllLines(Path.Combine(Lists, package + ".txt")).ToHashSet(StringComparer.Ordinal);

        var more = PublicSurface.Of(Assembly.Load(package)).Where(member => !listed.Contains(member)).ToList();

        Assert.True(more.Count == 0, $"{package} does not offer:\n{string.Join('\n', more)}");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_is_no_empty_shell(string package) =>
        Assert.True(PublicSurface.Of(Assembly.Load(package)).Count() >= 4);

    [Fact]
    public void There_is_a_list_for_every_stand_in() => Assert.Equal(14, Packages.Count);

    [Fact]
    public void What_is_not_listed_is_seen()
    {
        var surface = PublicSurface.Of(typeof(Specimen).Assembly).Where(member => member.Contains(nameof(Specimen), StringComparison.Ordinal));

        Assert.Equal(Specimen.Surface, surface.Order(StringComparer.Ordinal));
    }
}
