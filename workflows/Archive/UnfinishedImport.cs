using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>Keeps the program from starting on a store that holds part of an import.</summary>
internal sealed class UnfinishedImport(ImportMark mark, TimeProvider time) : IHostedService
{
    public const string Message =
        "An import into this store was cut off, and what it holds is not whole: repeat it with 'import FILE', which begins anew.";

    /// <summary>A start does not wait for storage that is away; whoever waits for it there asks again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await RefuseAsync(mark, either.Token).ConfigureAwait(false);
        }
        catch (Exception away) when (away is not HostAbortedException && IsStorageAway(away, limit.Token))
        {
            // The beginnings are not loaded before the mark was read, and a start that finds one then ends the program.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="HostAbortedException">There is such a mark.</exception>
    public static async Task RefuseAsync(ImportMark mark, CancellationToken cancel)
    {
        if (await mark.IsUnfinishedAsync(cancel).ConfigureAwait(false)) throw new HostAbortedException(Message);
    }

    private static bool IsStorageAway(Exception fault, CancellationToken limit) =>
        limit.IsCancellationRequested || fault is Azure.RequestFailedException or AggregateException or Azure.Identity.AuthenticationFailedException;
}
