using System.Globalization;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Administration.Search;

/// <summary>What an address asks of all MOUs, by the names of <see cref="Pages.Administration.Search.CaseAddress"/>. Pages and the API are asked alike.</summary>
public static class CaseRequests
{
    private const int LongestWords = 100;
    private const int LongestId = 64;

    /// <exception cref="ProblemException">400 for what no search form of ours sends.</exception>
    public static CaseQuery CaseQuery(this HttpRequest request) => Of(name => request.Query[name].ToString());

    /// <exception cref="ProblemException">400 for what no search form of ours sends.</exception>
    internal static CaseQuery Of(Func<string, string> said)
    {
        // A form sends what nobody filled in as empty.
        string? Text(string name) => said(name).Trim() is { Length: > 0 } text ? text : null;
        T? Named<T>(string name) where T : struct, Enum =>
            Text(name) is not { } text ? null
            : Enum.GetNames<T>().FirstOrDefault(one => one.Equals(text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found)
            : throw Wrong(name, "Unknown");
        DateOnly? Day(string name) =>
            Text(name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day
            : throw Wrong(name, "Malformed");
        bool? Switch(string name) => Text(name) switch { null => null, "true" => true, "false" => false, _ => throw Wrong(name, "Unknown") };
        string? Id(string name) => Text(name) is not { } text ? null : text.Length <= LongestId ? text : throw Wrong(name, "Unknown");

        return new(
            Named<StageName>("stage"), Named<WaitedOn>("waiting"), Id("office") is { } office ? new LocalGovernmentId(office) : null,
            Id("embassy") is { } mission ? new MissionId(mission.ToUpperInvariant()) : null,
            Text("country") is { } country ? country is { Length: 2 } && country.All(char.IsAsciiLetter) ? country.ToUpperInvariant() : throw Wrong("country", "Unknown") : null,
            Named<MouKind>("kind"), Day("due-from"), Day("due-until"), Named<OrchestrationStanding>("orchestration"), Switch("overdue"), Switch("came-back"),
            Text("q") is { } words ? words.Length <= LongestWords ? words : throw Wrong("q", "TooLong") : null);
    }

    private static ProblemException Wrong(string name, string why) => new(new Problem(ProblemKind.QueryWrong) { About = [name], Fields = [new(name, why)] });
}
