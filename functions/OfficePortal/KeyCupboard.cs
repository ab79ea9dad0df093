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

    public async Task<MadeKey> MakeAsync(Person by, string? label, string idempotencyKey, CancellationToken cancellation) =>
        Plain.Fault(label, LabelLength) is { } fault ? new MadeKey.Unreadable([new("label", fault)])
        : await keys.CreateAsync(by, label!.Trim(), idempotencyKey, cancellation) is var (key, plain) ? new MadeKey.Made(key, plain)
        : new MadeKey.Before();
}
