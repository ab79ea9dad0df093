using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using Asked = LocalDiplomacy.Workflows.Lifecycle.EmbassyReview;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>One MOU as the association sees it.</summary>
/// <param name="Embassies">Those that were asked last, the one that leads first.</param>
/// <param name="Mails">Oldest first.</param>
/// <param name="Successors">Of a party that exists no more: who took its place.</param>
/// <param name="Waiting">An address that waits for a second administrator, or waited in vain.</param>
/// <param name="Actions">What this caller can do now: the last part of the address to post to.</param>
public sealed record DeskMouAnswer(
    MouAnswer Mou, IReadOnlyList<AskedEmbassyAnswer> Embassies, IReadOnlyList<CaseMailAnswer> Mails, CaseOrchestrationAnswer Orchestration,
    IReadOnlyList<NamedAnswer> Successors, WaitingAddressAnswer? Waiting, IReadOnlyList<string> Actions);

/// <summary>Another address for somebody who holds a link.</summary>
/// <param name="Proposal">What whoever confirms or drops it names.</param>
/// <param name="Address">Masked for whoever only reads.</param>
public sealed record WaitingAddressAnswer(
    int Proposal, LinkHolder Holder, MissionId? Mission, string Address, string? Name, string ProposedBy, DateTimeOffset ProposedAt, DateTimeOffset ExpiresAt, string Reason)
{
    public static WaitingAddressAnswer Of(RecipientProposal waiting, bool isMasked) => new(
        waiting.Number, waiting.Holder, waiting.Mission, isMasked ? waiting.Address.Masked : waiting.Address.Value, waiting.Name,
        waiting.ProposedBy, waiting.At, waiting.ExpiresAt, waiting.Reason);
}

/// <summary>How far an embassy is.</summary>
/// <param name="Standing">"not-acknowledged", "acknowledged", "at-capital", "accepted", "changes-requested" or "declined".</param>
/// <param name="ArrivedAt">When the request came into its system; null: not known, the sending counts.</param>
/// <param name="ResendAskedAt">Since when it waits to be sent the document again.</param>
public sealed record AskedEmbassyAnswer(
    NamedAnswer Mission, EmbassyRole Role, string Standing, bool IsAsked, DateOnly AnswerBy, bool Overdue, DateTimeOffset? ArrivedAt, DateTimeOffset? ResendAskedAt)
{
    public static AskedEmbassyAnswer Of(Asked embassy, LocalizedText name) => new(
        new(embassy.Mission.Value, name), embassy.Role, KebabCase.Of(embassy.Standing.GetType().Name), embassy.IsOpen, embassy.Answer.By.LastDay,
        embassy.IsOpen && embassy.Answer.Overdue, embassy.ArrivedAt, embassy.ResendAskedAt);
}

/// <summary>A mail about the case.</summary>
/// <param name="Kind">What it is about: "review-requested"; null for a mail with a code.</param>
/// <param name="To">Masked.</param>
/// <param name="State">"queued", "sent", "delivered", "bounced", "given-up" or "obsolete".</param>
/// <param name="DoneAt">When it was taken by the mail service, given up or found obsolete.</param>
public sealed record CaseMailAnswer(string Id, string? Kind, string To, string State, DateTimeOffset QueuedAt, DateTimeOffset? DoneAt)
{
    public static CaseMailAnswer Of(MailRow mail) => new(
        mail.Id, mail.Kind is { } kind ? KebabCase.Of(kind.ToString()) : null, mail.To.Masked, KebabCase.Of(mail.State.ToString()), mail.QueuedAt, mail.DoneAt);
}

/// <param name="Status">"pending", "running", "suspended", "completed", "failed" or "terminated"; null where the engine knows none.</param>
/// <param name="ErrorType">Of a failed one, where the host tells it.</param>
/// <param name="LeftToDo">What was decided and is not carried out yet, by name.</param>
/// <param name="Stopped">Set while an administrator has stopped it.</param>
/// <param name="WaitingEnd">That it is to be terminated, waiting for a second administrator, or having waited in vain.</param>
public sealed record CaseOrchestrationAnswer(
    string? Status, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, string? ErrorType, IReadOnlyList<string> LeftToDo, StoppedAnswer? Stopped, WaitingEndAnswer? WaitingEnd)
{
    public static CaseOrchestrationAnswer Of(CaseOrchestration read, Mou mou) => new(
        read.Status is { } status ? KebabCase.Of(status) : null, read.CreatedAt, read.UpdatedAt, read.ErrorType, read.LeftToDo,
        mou.Stop is { } stop ? new(KebabCase.Of(stop.Deed.ToString()), stop.By, stop.At, stop.Reason) : null,
        mou.EndProposal is { } waiting ? new(waiting.Number, waiting.ProposedBy, waiting.At, waiting.ExpiresAt, waiting.Reason) : null);
}

/// <param name="Deed">"suspend" or "terminate".</param>
public sealed record StoppedAnswer(string Deed, string By, DateTimeOffset At, string Reason);

/// <param name="Proposal">What whoever confirms or drops it names.</param>
public sealed record WaitingEndAnswer(int Proposal, string ProposedBy, DateTimeOffset ProposedAt, DateTimeOffset ExpiresAt, string Reason);
