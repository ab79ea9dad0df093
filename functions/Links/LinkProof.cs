using LocalDiplomacy.Functions.SignIn;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;

namespace LocalDiplomacy.Functions.Links;

/// <summary>What comes with a deed to show that its sender reads the link's address.</summary>
/// <param name="Code">The six digits of the mail, as typed.</param>
/// <param name="Device">What this device was given for a link after a right code; null where nothing was.</param>
public sealed record ShownProof(string? Code, Func<Link, string?> Device);

/// <summary>What that was worth.</summary>
public abstract record Proof
{
    private Proof() { }

    public sealed record Good(string? NewDevice) : Proof;

    public sealed record Missing : Proof;

    public sealed record Bad(CodeCheck Check) : Proof;
}

/// <summary>Makes sure that whoever decides reads the mail of the address that was asked: by a code, once a device in twelve hours.</summary>
public sealed class LinkProof(LinkDesk desk)
{
    /// <summary>Does the deed once its sender is proved, or says what is missing.</summary>
    /// <param name="deed">With what the sender's device is to keep after a right code.</param>
    public async Task<LinkDeed> ProveAsync(Link link, Mou mou, ShownProof shown, Func<string?, Task<LinkDeed>> deed, CancellationToken cancellation) =>
        await CheckAsync(link, shown, cancellation) switch
        {
            Proof.Good good => await deed(good.NewDevice),
            Proof.Bad bad => new LinkDeed.CodeFailed(link, mou, bad.Check),
            _ => new LinkDeed.CodeNeeded(link, mou),
        };

    public async Task<Proof> CheckAsync(Link link, ShownProof shown, CancellationToken cancellation) =>
        await desk.KnowsDeviceAsync(link, shown.Device(link), cancellation) ? new Proof.Good(null)
        : SixDigits.In(shown.Code) is not { Length: > 0 } code ? new Proof.Missing()
        : await desk.CheckCodeAsync(link, code, cancellation) switch
        {
            CodeCheck.Right right => new Proof.Good(right.DeviceToken),
            var failed => new Proof.Bad(failed),
        };
}
