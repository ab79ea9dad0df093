using System.Diagnostics.Metrics;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;

namespace LocalDiplomacy.Workflows.Observability;

/// <summary>The program's metrics. Alerts and the workbook read them by name: never rename one without them.</summary>
internal static class Counts
{
    private static readonly Counter<long> _moved = Telemetry.Meter.CreateCounter<long>("localdiplomacy.cases.moved", "{case}", "Cases that came to a stage.");
    private static readonly Counter<long> _refused = Telemetry.Meter.CreateCounter<long>("localdiplomacy.commands.refused", "{command}", "Commands that the rules refused.");
    private static readonly Counter<long> _turns = Telemetry.Meter.CreateCounter<long>("localdiplomacy.cases.turns", "{turn}", "Times that a case's orchestration looked at its case.");
    private static readonly Counter<long> _effects = Telemetry.Meter.CreateCounter<long>("localdiplomacy.effects.carried_out", "{effect}", "Effects that were carried out.");
    private static readonly Gauge<long> _overdue = Telemetry.Meter.CreateGauge<long>("localdiplomacy.effects.overdue", "{case}", "Cases with effects that are past their time.");
    private static readonly Counter<long> _sent = Telemetry.Meter.CreateCounter<long>("localdiplomacy.mail.sent", "{mail}", "Mails that the mail service took.");
    private static readonly Counter<long> _undelivered = Telemetry.Meter.CreateCounter<long>("localdiplomacy.mail.undelivered", "{mail}", "Mails that were given up or came back.");
    private static readonly Counter<long> _obsolete = Telemetry.Meter.CreateCounter<long>("localdiplomacy.mail.obsolete", "{mail}", "Mails that were no longer wanted when their turn came.");
    private static readonly Counter<long> _codes = Telemetry.Meter.CreateCounter<long>("localdiplomacy.codes.refused", "{code}", "Codes that were not accepted.");

    private static readonly Counter<long> _alertsOpened = Telemetry.Meter.CreateCounter<long>("localdiplomacy.alerts.opened", "{alert}", "Alerts that were opened.");
    private static readonly Counter<long> _alertsClosed = Telemetry.Meter.CreateCounter<long>("localdiplomacy.alerts.closed", "{alert}", "Alerts that came to their end.");
    private static readonly Gauge<long> _alertsOpen = Telemetry.Meter.CreateGauge<long>("localdiplomacy.alerts.open", "{alert}", "Alerts that are open.");

    private static readonly Counter<long> _replies = Telemetry.Meter.CreateCounter<long>("localdiplomacy.replies.taken", "{mail}", "Mails that came to a reply address.");

    public static void Moved(Mou before, Mou after)
    {
        if (before.Version == 0 || before.Stage.Name != after.Stage.Name)
            _moved.Add(1, new KeyValuePair<string, object?>("stage", after.Stage.Name.ToString()));
    }

    public static void Refused(Refusal why) => _refused.Add(1, new KeyValuePair<string, object?>("reason", why.ToString()));

    public static void Turned() => _turns.Add(1);

    public static void CarriedOut(EffectKind kind) => _effects.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public static void Overdue(int cases) => _overdue.Record(cases);

    public static void MailEnded(MailState end, MailKind? kind)
    {
        var about = new KeyValuePair<string, object?>("kind", kind?.ToString() ?? "Code");
        (end switch { MailState.Sent => _sent, MailState.GivenUp or MailState.Bounced => _undelivered, _ => _obsolete }).Add(1, about);
    }

    public static void AlertOpened(AlertKind kind) => _alertsOpened.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public static void AlertClosed(AlertKind kind, AlertEnd end) => _alertsClosed.Add(1, new("kind", kind.ToString()), new("end", end.ToString()));

    public static void AlertsOpen(int alerts) => _alertsOpen.Record(alerts);

    public static void Replied(ReplyFate fate) => _replies.Add(1, new KeyValuePair<string, object?>("fate", fate.ToString()));

    public static void CodeRefused(string verdict) => _codes.Add(1, new KeyValuePair<string, object?>("verdict", verdict));
}
