using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Pages;

namespace LocalDiplomacy.Functions.Tests.Site;

[Collection(RunningCollection.Name)]
public sealed class StaticFilesTests(Association association)
{
    [Fact]
    public async Task The_stylesheet_is_kept_for_good_under_its_version()
    {
        var versioned = (await association.Nobody.GetAsync(Stylesheet.Path)).Expect(200);
        var plain = (await association.Nobody.GetAsync("/style.css")).Expect(200);

        Assert.Equal("text/css", versioned.ContentType);
        Assert.Equal("public, max-age=31536000, immutable", versioned.Header("Cache-Control"));
        Assert.Equal("public, max-age=3600", plain.Header("Cache-Control"));
        (await association.Nobody.GetAsync("/style.css", ("If-None-Match", versioned.ETag!))).Expect(304);
    }

    [Fact]
    public async Task There_is_an_icon() => Assert.Equal("image/svg+xml", (await association.Nobody.GetAsync("/favicon.ico")).Expect(200).ContentType);
}
