using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What came of making a key.</summary>
public abstract record MadeKey
{
    private MadeKey() { }

    public sealed record Made(ApiKey Key, string Plain) : MadeKey;

    /// <summary>This request was carried out before, and the key shown then.</summary>
    public sealed record Before : MadeKey;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : MadeKey;
}

/// <summary>Makes keys for an office's programs: the same for its page and for JSON.</summary>
public sealed class KeyCupboard(ApiKeys keys)
{
    private const int LabelLength = 80;

    /// <param name="days">How long it is to hold; null: as long as it may.</param>
    public async Task<MadeKey> MakeAsync(Person by, string? label, int? days, string idempotencyKey, CancellationToken cancellation)
    {
        List<FieldProblem> problems = [];
        if (Plain.Fault(label, LabelLength) is { } fault) problems.Add(new("label", fault));
        if (days is < 1 or > ApiKeys.LongestDays) problems.Add(new("days", FieldFault.KeyDaysOutOfRange));
        return problems.Count > 0 ? new MadeKey.Unreadable(problems)
            : await keys.CreateAsync(by, label!.Trim(), idempotencyKey, days ?? ApiKeys.LongestDays, cancellation) is var (key, plain) ? new MadeKey.Made(key, plain)
            : new MadeKey.Before();
    }
}
