using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Signing;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>Everything that a mail's words are made from. Lives in memory only, while the mail is being sent.</summary>
public abstract record MailLetter
{
    private MailLetter() { }

    public sealed record SignIn(Uri Link, string Code, int HoldsMinutes, Language Language) : MailLetter;

    public sealed record DecisionCode(string Code, int HoldsMinutes, LinkHolder Holder, LocalizedText MouTitle, Language Language) : MailLetter;

    /// <param name="Language">The reader's.</param>
    /// <param name="Event">What the mail tells of.</param>
    /// <param name="Link">With a token for who holds a link, else the office's page; null where there is nothing to open.</param>
    /// <param name="Invitation">For the reader's calendar, still without words; null where nothing changes in it.</param>
    /// <param name="CanReply">An answer to this mail is filed with the case.</param>
    public sealed record AboutCase(
        MailKind Kind, Language Language, string? ReaderName, Mou Mou, RecordedEvent Event,
        LocalGovernment Office, Mission Mission, Uri? Link, Invitation? Invitation = null, bool CanReply = false) : MailLetter;

    /// <param name="Link">The page of what was written about the case.</param>
    public sealed record AboutMessage(
        Language Language, string? ReaderName, bool IsForDesk, CaseMessage Message, Mou Mou, LocalGovernment Office, Mission Mission, Uri Link) : MailLetter;

    /// <param name="Former">The address before; null where there was none.</param>
    /// <param name="Link">The mission's page for an administrator; null for an embassy, which has nothing to do there.</param>
    public sealed record AboutContact(
        ContactMail What, Language Language, string? ReaderName, Mission Mission, ContactProposal Proposal, EmailAddress? Former, DateTimeOffset At, Uri? Link) : MailLetter;

    /// <param name="IsClosed">It is well again.</param>
    public sealed record AboutAlert(Language Language, string? ReaderName, AlertNotice Notice, bool IsClosed, Uri Link) : MailLetter;

    /// <param name="There">The person as they are while the change waits.</param>
    public sealed record AboutPerson(Language Language, string? ReaderName, PersonStanding There, PersonProposal Proposal, Uri Link) : MailLetter;
}

/// <summary>A mail as it goes out.</summary>
/// <param name="Calendar">An iCalendar file that goes along; null: none does.</param>
public sealed record MailContent(string Subject, string Html, string Text, string? Calendar = null);

/// <summary>Writes a letter in the reader's language, the second one below: Korean, or English for a Korean reader.</summary>
public interface IMailWriter
{
    Task<MailContent> WriteAsync(MailLetter letter, CancellationToken cancel = default);
}
