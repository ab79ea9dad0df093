using LocalDiplomacy.Pages.Administration.Alerts;
using LocalDiplomacy.Pages.Administration.Erasures;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>Alerts, their pages and their mails.</summary>
internal static class SampleAlerts
{
    private static readonly MouId Mou = new("c0ffee00c0ffee00c0ffee00");
    private static readonly Uri Page = new("https://mou.example/desk/alerts");

    public static IReadOnlyList<Alert> Open { get; } =
    [
        .. Enum.GetValues<AlertKind>().Select((kind, i) => new Alert($"a{i}", kind, kind == AlertKind.PartUnwell ? "mail" : Mou.Value, SampleCase.Start.AddMinutes(i))
        {
            Mou = kind == AlertKind.PartUnwell ? null : Mou,
            Title = kind is AlertKind.PartUnwell or AlertKind.CaseUnreadable ? null : SampleTexts.Title,
            Detail = kind switch { AlertKind.OrchestrationFailed => "System.InvalidOperationException", AlertKind.MailGivenUp => "refused", _ => null },
            Tries = kind == AlertKind.OrchestrationFailed ? 3 : 0,
            TriedAt = kind == AlertKind.OrchestrationFailed ? SampleCase.Start.AddHours(1) : null,
            Acknowledgements = kind == AlertKind.MailGivenUp ? [new(SampleCase.Start.AddHours(2), "p9", "Lee Seo-yeon", "전화로 확인하는 중입니다.")] : [],
        }),
    ];

    public static IEnumerable<SamplePage> Pages()
    {
        static SamplePage Of<T>(string name, Dictionary<string, object?> values) where T : Microsoft.AspNetCore.Components.IComponent => SamplePages.Of<T>(name, new(values) { ["Reader"] = SampleCase.Administrator });
        yield return Of<AlertsPage>("alerts", new() { ["Alerts"] = Open, ["Next"] = "next" });
        yield return Of<AlertsPage>("alerts-none", new() { ["Alerts"] = new List<Alert>() });
        yield return Of<AlertsPage>("alerts-closed", new()
        {
            ["Alerts"] = Enum.GetValues<AlertEnd>().Select((end, i) => Open[i] with { ClosedAt = SampleCase.Start.AddDays(1), End = end }).ToList(),
            ["IsClosed"] = true,
            ["IsFirstPage"] = false,
        });
        yield return Of<AlertsPage>("alerts-closed-none", new() { ["Alerts"] = new List<Alert>(), ["IsClosed"] = true });
        foreach (var alert in Open) yield return Of<AlertPage>($"alert-{alert.Kind}", new() { ["Alert"] = alert, ["MayAcknowledge"] = true });
        yield return Of<ErasuresPage>("erasures", new()
        {
            ["Erased"] = new List<Erasure>
            {
                new(SampleCase.Start, "case", 14, "kept until 2036-12-31", Mou.Value, new string('a', 64)), new(SampleCase.Start, "histories", 5000, "ended more than 30 days ago"),
                new(SampleCase.Start, "Codes", 3, "expired for a day"), new(SampleCase.Start, "alerts", 2, "closed more than 90 days ago"), new(SampleCase.Start, "sign-in-mails", 8, "sent more than 30 days ago"),
                new(SampleCase.Start, "something-new", 1, "a rule of tomorrow"),
            },
            ["Next"] = "next",
        });
        yield return Of<ErasuresPage>("erasures-none", new() { ["Erased"] = new List<Erasure>() });
        yield return Of<AlertPage>("alert-problem", new() { ["Alert"] = Open[0], ["MayAcknowledge"] = true, ["Problems"] = new List<Workflows.OfficePortal.FieldProblem> { new("reason", Workflows.OfficePortal.FieldFault.Missing) } });
        yield return Of<AlertPage>("alert-ended", new() { ["Alert"] = Open[4] with { ClosedAt = SampleCase.Start.AddDays(1), End = AlertEnd.Settled } });
    }

    public static IEnumerable<(string Name, Func<Language, MailLetter> In)> Letters()
    {
        foreach (var alert in Open)
            yield return ($"alert-mail-{alert.Kind}", language => new MailLetter.AboutAlert(language, "Lee Seo-yeon", Notice(alert, 1), false, Page));
        yield return ("alert-mail-many", language => new MailLetter.AboutAlert(language, "Lee Seo-yeon", Notice(Open[1], 300), false, Page));
        yield return ("alert-mail-closed", language => new MailLetter.AboutAlert(language, "Lee Seo-yeon", Notice(Open[1], 300) with { ClosedAt = SampleCase.Start.AddHours(3) }, true, Page));
    }

    private static AlertNotice Notice(Alert alert, int count) =>
        new("n1", alert.Kind, alert.OpenedAt, count, [.. Enumerable.Repeat(new AlertSubject(alert.Subject, alert.Mou, alert.Title), Math.Min(count, 3))]);
}
