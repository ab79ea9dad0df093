using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>What a mail is written from, when it is sent. Discriminators are stored: never edited, only added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "occasion")]
[JsonDerivedType(typeof(AboutCase), "case.v1")]
[JsonDerivedType(typeof(Code), "code.v1")]
[JsonDerivedType(typeof(SignIn), "sign-in.v1")]
[JsonDerivedType(typeof(AboutContact), "contact.v1")]
[JsonDerivedType(typeof(AboutMessage), "message.v1")]
[JsonDerivedType(typeof(AboutAlert), "alert.v1")]
[JsonDerivedType(typeof(AboutPerson), "person.v1")]
internal abstract record MailOccasion
{
    private MailOccasion() { }

    /// <param name="Reader">Null where nobody's name is known.</param>
    /// <param name="Link">Set where the reader holds a link into the case.</param>
    /// <param name="IsAfresh">A link that its holder asked for anew: of no event of its own, and said as the case stood at that one.</param>
    public sealed record AboutCase(
        MouId Mou, MailKind Kind, Recipient To, int EventNumber, string? Reader, Language Language, Link? Link, bool IsAfresh = false) : MailOccasion;

    /// <param name="To">The office, or the desk.</param>
    /// <param name="Reader">Null where nobody's name is known.</param>
    public sealed record AboutMessage(MouId Mou, string Message, Recipient To, string? Reader, Language Language) : MailOccasion;

    public sealed record Code(Link Link, int Request) : MailOccasion;

    /// <param name="Purpose">The code's.</param>
    /// <param name="PersonId">Null for an address that is nobody's: then nothing is sent.</param>
    public sealed record SignIn(string Purpose, int Request, string? PersonId, Language Language) : MailOccasion;

    /// <param name="Revision">Of the table of missions: what the mail tells of.</param>
    /// <param name="Reader">Null where nobody's name is known.</param>
    public sealed record AboutContact(int Revision, ContactMail What, Language Language, string? Reader) : MailOccasion;

    /// <param name="IsClosed">It tells of the end.</param>
    public sealed record AboutAlert(string Notice, bool IsClosed, string? Reader, Language Language) : MailOccasion;

    /// <param name="Proposal">The number of the change that waits; the mail is of use while it does.</param>
    public sealed record AboutPerson(int Proposal, string PersonId, string? Reader, Language Language) : MailOccasion;

    /// <summary>Whether the mail is of use for a few minutes only.</summary>
    [JsonIgnore]
    public bool IsShortLived => this is Code or SignIn;
}
