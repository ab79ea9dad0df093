using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Carries out what follows from a change of a reference table: the rows, and who is told.</summary>
public sealed partial class ReferenceUpkeep(ReferenceTables tables, ContactMails mails, ILogger<ReferenceUpkeep> log)
{
    /// <summary>
    /// After a change, while its author waits. Never fails: the change stands in the log, everyone reads it from there, and
    /// what is left is found again within a minute.
    /// </summary>
    public async Task TryGoOnAsync(DurableTaskClient engine, CancellationToken cancel = default)
    {
        try
        {
            await GoOnAsync(engine, cancel).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogLeft(log, lost);
        }
    }

    /// <summary>Whatever earlier calls left. Nothing: a few short questions to storage.</summary>
    internal Task GoOnAsync(DurableTaskClient engine, CancellationToken cancel) => tables.ApplyAsync(mails, engine, cancel);

    [LoggerMessage(1, LogLevel.Warning, "What follows from a change of reference data was left. It is found again within a minute.")]
    private static partial void LogLeft(ILogger log, Exception lost);
}
