using System.Globalization;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Register;

/// <summary>What an address asks of the register. Pages and the API are asked alike.</summary>
public static class RegisterRequests
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
    private const int LongestWords = 100;

    /// <exception cref="ProblemException">400 for what no search form of ours sends.</exception>
    public static RegisterQuery RegisterQuery(this HttpRequest request) => new(
        Text(request, "q") is { } words ? words.Length <= LongestWords ? words : throw Wrong("q", "TooLong") : null,
        Text(request, "place") is { } place ? new LocalGovernmentId(place) : null,
        Text(request, "country") is { } country ? country is { Length: 2 } && country.All(char.IsAsciiLetter) ? country.ToUpperInvariant() : throw Wrong("country", "Unknown") : null,
        Text(request, "region") is { } region ? Regions.All.Contains(region.ToUpperInvariant()) ? region.ToUpperInvariant() : throw Wrong("region", "Unknown") : null,
        Named<MouKind>(request, "kind"), Named<CooperationField>(request, "field"), Named<RegisterStatus>(request, "status"), Number(request, "year", 9999));

    /// <exception cref="ProblemException">400 for what is no page.</exception>
    public static (int Page, int Limit) RegisterPage(this HttpRequest request) =>
        (Number(request, "page", int.MaxValue) ?? 1, Number(request, "limit", MaxLimit) ?? DefaultLimit);

    /// <exception cref="ProblemException">404.</exception>
    public static RegisterEntry Current(this RegisterView view, string number) =>
        RegisterNumber.Read(number) is { } read && view.State.Of(read) is [.., var last] ? view.Standing(last) : throw new ProblemException(ProblemKind.NotFound);

    /// <exception cref="ProblemException">404.</exception>
    public static RegisterEntry At(this RegisterView view, string number, int place) =>
        view.State.Of(view.Current(number).Number).FirstOrDefault(entry => entry.Place == place) ?? throw new ProblemException(ProblemKind.NotFound);

    private static T? Named<T>(HttpRequest request, string name) where T : struct, Enum
    {
        if (Text(request, name) is not { } said) return null;
        var found = Enum.GetNames<T>().FirstOrDefault(one => one.Equals(said, StringComparison.OrdinalIgnoreCase)) ?? throw Wrong(name, "Unknown");
        return Enum.Parse<T>(found);
    }

    private static int? Number(HttpRequest request, string name, int most) =>
        Text(request, name) is not { } said ? null
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw Wrong(name, "OutOfRange");

    /// <summary>A form sends what nobody filled in as empty.</summary>
    private static string? Text(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } said ? said : null;

    private static ProblemException Wrong(string name, string why) =>
        new(new Problem(ProblemKind.QueryWrong) { About = [name], Fields = [new(name, why)] });
}
