using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Orchestrations;

namespace LocalDiplomacy.Pages.Administration.Alerts;

/// <summary>Alerts in words.</summary>
internal static class AlertWords
{
    private static readonly string[] Parts = ["mail", "orchestrations", "reference-data", "tables", "texts"];

    /// <summary>What is wrong, in a few words.</summary>
    public static string Title(AlertKind kind, string subject, Language language) =>
        kind == AlertKind.PartUnwell ? Words.Of(language, "Alerts.Part", Part(subject, language)) : Words.Of(language, $"Alerts.Kind.{kind}");

    /// <summary>How much of it: "3 agreements whose automatic processing failed".</summary>
    public static string Counted(AlertNotice notice, Language language) =>
        notice is { Kind: AlertKind.PartUnwell, Subjects: [var only] } ? Title(notice.Kind, only.Subject, language) : Words.Count(language, $"Alerts.Count.{notice.Kind}", notice.Count);

    /// <summary>What it is about; null where its title says so already.</summary>
    public static string? About(AlertKind kind, MouId? mou, LocalizedText? title, Language language) =>
        kind == AlertKind.PartUnwell ? null : title?.In(language) ?? mou?.Value;

    /// <summary>An error's type as it is; why a mail was given up in words.</summary>
    public static string? Detail(Alert alert, Language language) =>
        alert is { Kind: AlertKind.MailGivenUp, Detail: GivenUpMail.Refused or GivenUpMail.NotTakenInTime } ? Words.Of(language, $"Alerts.Why.{alert.Detail}") : alert.Detail;

    private static string Part(string name, Language language) => Parts.Contains(name) ? Words.Of(language, $"Overview.Part.{name}") : name;
}
