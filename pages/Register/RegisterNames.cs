using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Pages.Register;

/// <summary>What a tie and its parts are called, in the reader's language.</summary>
public static class RegisterNames
{
    /// <summary>"경상북도 – 리브르빌시(가봉)". A local government by its name of then.</summary>
    public static string Heading(RegisteredTie tie, RegisterView view, Language language)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(view);
        return Words.Of(language, "Register.Heading", Office(tie, view, language), tie.Counterparty.Name.In(language), view.CountryOf(tie.Counterparty.Country).In(language));
    }

    /// <summary>By its name of then, with its province: 중구 occurs five times.</summary>
    internal static string Office(RegisteredTie tie, RegisterView view, Language language)
    {
        var province = view.Offices.GetValueOrDefault(tie.Office)?.Parent is { } parent ? view.Offices.GetValueOrDefault(parent)?.Name : null;
        return WithProvince(tie.OfficeName, province, language);
    }

    internal static string WithProvince(LocalizedText name, LocalizedText? province, Language language) =>
        province is null ? name.In(language)
        : language == Language.Korean ? $"{province.In(language)} {name.In(language)}"
        : $"{name.In(language)}, {province.In(language)}";

    public static string Cause(RegisterCause cause, Language language) => Words.Of(language, $"Register.Cause.{cause}");

    internal static string Region(string? region, Language language) =>
        string.IsNullOrEmpty(region) ? Words.Of(language, "Register.NoRegion") : Words.Find(language, $"Reference.Region.{region}") ?? region;

    /// <summary>The kind of a state mark.</summary>
    internal static string MarkOf(RegisterStatus status) => status switch
    {
        RegisterStatus.InEffect => "good",
        RegisterStatus.Signed => "clock",
        RegisterStatus.Suspended or RegisterStatus.NoticeGiven => "soon",
        _ => "quiet",
    };
}
