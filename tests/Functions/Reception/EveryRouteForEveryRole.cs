using System.Text;
using System.Text.RegularExpressions;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Reception;

/// <summary>
/// Every address of the desk and of the API, by every method, asked by everybody: who is not meant is refused before anything is done.
/// In an association of its own, for what an administrator is let through to may change it.
/// </summary>
public sealed partial class EveryRouteForEveryRole(Association association) : IClassFixture<Association>
{
    public static TheoryData<string> Names => [.. HttpFunctions.All.Where(function => function.Audience is not (null or Audience.Anyone)).Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_is_not_meant_is_refused_and_whoever_is_meant_is_not(string name)
    {
        var function = HttpFunctions.Named(name)!;
        foreach (var (role, visitor, isMeant) in Everybody(function.Audience!.Value))
            foreach (var method in function.Methods.Where(method => method is "get" or "post" or "put" or "delete"))
            {
                var answer = await visitor.SendAsync(Request(function, method));
                // Nobody is sent to where one signs in; on pages by a redirect.
                var isRefused = role == "nobody" ? answer.Code is 401 or 303 or 302 : answer.Code == 403;
                Assert.True(isMeant != isRefused, $"{method} {function.Route} answered {role} with {answer.Code}:\n{answer.Body}");
            }
    }

    private IEnumerable<(string Role, Visitor Visitor, bool IsMeant)> Everybody(Audience audience)
    {
        var isForOffices = audience is Audience.Office or Audience.OfficePeople or Audience.OfficeOrDesk;
        var isForReaders = audience is Audience.Association or Audience.OfficeOrDesk;
        yield return ("nobody", association.NewVisitor(), false);
        yield return ("officer", association.Officer, isForOffices);
        yield return ("administrator", association.Administrator, isForReaders || audience == Audience.Desk);
        yield return ("operator", association.Operator, isForReaders);
        yield return ("auditor", association.Auditor, isForReaders);
    }

    /// <summary>For things that are not there, with a body that says nothing: whoever is meant is told so, and nothing happens.</summary>
    private static HttpRequestMessage Request(HttpFunction function, string method)
    {
        var path = "/" + Parameters().Replace(function.Route, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "999999" : new string('z', 24));
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path);
        if (method == "get") return request;
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        // Forms get the proof of their visitor's session.
        request.Content = path.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        return request;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameters();
}
