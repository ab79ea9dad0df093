using Azure;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>
/// While storage is away no alert can be written, and no mail queued: the webhook is told directly, once it has lasted for two looks.
/// When storage is back the outage is written down with its beginning and end, and told like any other.
/// </summary>
public sealed class StoreOutage(AlertBook book, NoticeBook notices, AlertWebhook webhook, TimeProvider time)
{
    /// <summary>As the parts of the program are called.</summary>
    private const string Part = "tables";

    private AlertNotice? _outage;
    private bool _lasts, _isTold;

    /// <summary>One look. Its failure goes on to whoever called.</summary>
    internal async Task WatchAsync(Func<Task> look, CancellationToken cancel)
    {
        try
        {
            await look().ConfigureAwait(false);
            await BackAsync(cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException away) when (IsAway(away))
        {
            await AwayAsync(cancel).ConfigureAwait(false);
            throw;
        }
    }

    private async Task AwayAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        _lasts = _outage is not null;
        _outage ??= new(AlertRows.KeyOf(now, Secret.NewName()[..12]), AlertKind.PartUnwell, now, 1, [new(Part, null, null)]);
        if (_lasts && !_isTold && webhook.IsSet) _isTold = await webhook.PostAsync(_outage, isClosed: false, cancel).ConfigureAwait(false) is >= 200 and < 300;
    }

    /// <summary>The next look tells of it. Cut off here, this is done again.</summary>
    private async Task BackAsync(CancellationToken cancel)
    {
        if (_outage is not { } outage) return;
        if (_lasts)
        {
            var alert = new Alert(outage.Id.Split('-')[^1] + "000000000000", AlertKind.PartUnwell, Part, outage.At) { Notice = outage.Id, ClosedAt = time.GetUtcNow(), End = AlertEnd.WellAgain };
            await book.RecordAsync(alert, cancel).ConfigureAwait(false);
            await notices.MakeAsync(outage.Id, [alert], outage.At, cancel).ConfigureAwait(false);
        }

        (_outage, _lasts, _isTold) = (null, false, false);
    }

    private static bool IsAway(RequestFailedException fault) => fault.Status is 0 or 401 or 403 or 408 or 429 or >= 500;
}
