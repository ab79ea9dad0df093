using LocalDiplomacy.Functions.Reception;

namespace LocalDiplomacy.Functions.Tests.Reception;

/// <summary>Azure's host knows less than ASP.NET Core's routing, so the functions promise more than they would have to here.</summary>
public sealed class HttpFunctionsTests
{
    public static TheoryData<string> Names => [.. HttpFunctions.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_says_whom_it_answers_and_by_which_methods(string name)
    {
        var function = HttpFunctions.Named(name)!;

        Assert.NotNull(function.Audience);
        Assert.NotEmpty(function.Methods);
        Assert.True(char.IsAsciiLetter(name[0]));
        Assert.Equal(function.Methods.Contains("get"), function.Methods.Contains("head"));
    }

    [Fact]
    public void Names_and_classes_are_unique() => Assert.Distinct(HttpFunctions.All.Select(f => f.Name), StringComparer.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_functions_answer_the_same_request(string name)
    {
        // The host picks by the name's alphabet, not by the better match.
        var function = HttpFunctions.Named(name)!;
        if (function.Route.Contains('*', StringComparison.Ordinal))
            return;
        var sample = "/" + System.Text.RegularExpressions.Regex.Replace(function.Route, @"\{ignored[^}]*\}", "");
        sample = System.Text.RegularExpressions.Regex.Replace(sample, @"\{\w+:int\}", "1");
        sample = System.Text.RegularExpressions.Regex.Replace(sample, @"\{[^}]+\}", new string('a', 43));

        var answering = KnownAddresses.FunctionsAt(sample).Where(f => f.Methods.Intersect(function.Methods).Any());

        Assert.Equal([name], answering.Select(f => f.Name));
    }

    [Fact]
    public void What_answers_everything_else_is_asked_last()
    {
        var last = HttpFunctions.All.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Last();

        Assert.Equal("{**rest}", last.Route);
    }

    [Fact]
    public void No_route_begins_with_what_the_host_keeps_for_itself() =>
        Assert.All(HttpFunctions.All, f => Assert.DoesNotContain(f.Route.Split('/')[0], new[] { "admin", "runtime", "mailbox" }));

    [Theory]
    [InlineData("/office/mous/new", "BeginMou,ShowNewMou")]
    [InlineData("/sign-in/code", "ShowSignInCode,SignInByCode")]
    [InlineData("/", "ShowHome")]
    [InlineData("/api/mous/x/rounds/one/text", "")]
    public void An_address_is_known_by_its_functions(string path, string names) =>
        Assert.Equal(names, string.Join(',', KnownAddresses.FunctionsAt(path).Select(f => f.Name).Order()));
}
