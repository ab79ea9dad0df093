using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Reception;

/// <summary>What browsers are told with each answer, on every route, whoever asks and however it ends.</summary>
[Collection(RunningCollection.Name)]
public sealed class HeadersOfEveryRouteTests(Association association)
{
    /// <summary>The same for everybody, so that browsers may keep it.</summary>
    private static readonly string[] OfEverybody = ["style.css", "script.js", "favicon", "register", "openapi"];

    public static TheoryData<string> Names() => [.. HttpFunctions.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Keep_scripts_styles_and_frames_of_others_out_and_personal_pages_out_of_caches(string name)
    {
        var function = HttpFunctions.Named(name)!;
        using var nobody = association.NewVisitor();
        foreach (var visitor in new[] { nobody, association.Officer, association.Administrator })
        {
            using var request = new HttpRequestMessage(new HttpMethod(function.Methods[0].ToUpperInvariant()), RouteFilled.With("c0ffee00c0ffee00c0ffee00", function.Route));
            Holds(await visitor.SendRawAsync(request), OfEverybody.Any(part => function.Route.Contains(part, StringComparison.Ordinal)));
        }
    }

    private static void Holds(Answer answer, bool mayBeKept)
    {
        Assert.InRange(answer.Code, 200, 499);
        var policy = answer.Header("Content-Security-Policy")!.Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.DoesNotContain("unsafe", string.Join(' ', policy), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        if (!mayBeKept) Assert.Equal("no-store", answer.Header("Cache-Control"));
        if (answer.ContentType == "text/html") Assert.NotNull(answer.Header("Content-Language"));
    }
}
