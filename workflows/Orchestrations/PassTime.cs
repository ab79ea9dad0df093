using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Records what has fallen due. Safe to run twice: what was recorded is not due again. It nudges nobody, because the case's
/// orchestration that calls it looks at the partition next.
/// </summary>
public sealed class PassTime(CommandLoop loop)
{
    public async Task RunAsync(MouCaseInput input, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        // A new key each time: the rules themselves make a repetition harmless, and nobody waits for the answer.
        var key = CommandKey.From("clock", Storage.Secret.NewName(), "");
        await loop.RunAsync(new(new MouId(input.MouId), new MouCommand.PassTime(), new Actor.Clock(), key), cancel).ConfigureAwait(false);
    }
}
