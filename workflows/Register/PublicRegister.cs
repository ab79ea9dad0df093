using System.Globalization;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>Gives the register as the public reads it, made once for each state of what it is made of.</summary>
public sealed class PublicRegister(RegisterBook book, ReferenceTables reference, TimeProvider time)
{
    /// <summary>A program of another build may write the same state otherwise.</summary>
    private static readonly string Build = typeof(PublicRegister).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..8];

    private readonly Lock _making = new();
    private volatile RegisterView? _view;

    public async ValueTask<RegisterView> ReadAsync(CancellationToken cancel = default)
    {
        var state = await book.ReadAsync(cancel).ConfigureAwait(false);
        var governments = await reference.Governments.ReadAsync(cancel).ConfigureAwait(false);
        var missions = await reference.MissionBook.ReadAsync(cancel).ConfigureAwait(false);
        var today = SeoulTime.DayOf(time.GetUtcNow());
        var version = string.Create(CultureInfo.InvariantCulture, $"{state.Sequence}-{governments.Revision}-{missions.Revision}-{today:yyyyMMdd}-{Build}");
        if (_view is { } standing && standing.Version == version) return standing;
        lock (_making)
        {
            if (_view is { } meanwhile && meanwhile.Version == version) return meanwhile;
            return _view = new(version, state, [.. governments.Rows], [.. missions.Rows], today);
        }
    }
}
