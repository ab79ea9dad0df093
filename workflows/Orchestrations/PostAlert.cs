using LocalDiplomacy.Workflows.Alerts;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>The webhook did not take an alert, and may take it later.</summary>
public sealed class AlertNotTakenException() : Exception("The webhook did not take the alert.");

/// <summary>Posts one message to the webhook. Run again it posts it again, under the same id: whoever has it throws it away.</summary>
public sealed partial class PostAlert(NoticeBook notices, AlertWebhook webhook, ILogger<PostAlert> log)
{
    /// <exception cref="AlertNotTakenException">It may take it later.</exception>
    public async Task RunAsync(AlertDeliveryInput input, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        // Somebody took the setting away, or the notice was forgotten: there is nothing to post.
        if (!webhook.IsSet || await notices.FindAsync(input.Notice, cancel).ConfigureAwait(false) is not { } notice) return;
        var status = await webhook.PostAsync(notice, input.IsClosed, cancel).ConfigureAwait(false);
        if (status is >= 200 and < 300) return;
        LogNotTaken(log, input.Notice, status);
        throw new AlertNotTakenException();
    }

    [LoggerMessage(1, LogLevel.Warning, "ALERT_WEBHOOK_URL did not take the alert {Notice}: it answered {Status}. It is tried again for a day.")]
    private static partial void LogNotTaken(ILogger log, string notice, int? status);
}
