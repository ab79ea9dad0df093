using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Messages;

/// <summary>What somebody outside wrote about a case. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    /// <summary>A mail that answered one of ours.</summary>
    Reply,
    /// <summary>By a link's page: the address on file is not right.</summary>
    WrongAddress,
    /// <summary>By a link's page: what was recorded was a mistake.</summary>
    Mistake,
}

/// <summary>Why a part of a mail was not kept. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotKept>))]
public enum NotKept
{
    /// <summary>A program, an archive, a document with macros: nothing that an agreement needs.</summary>
    Kind,
    /// <summary>It is not what its name says.</summary>
    Content,
    TooLarge,
    TooMany,
    Empty,
}

/// <summary>A file that came with a message. It stands apart, under its hash, and is only ever given out to be saved.</summary>
/// <param name="Hash">SHA-256; null where it was not kept.</param>
public sealed record MessageAttachment(string Name, long Size, string? Hash, NotKept? WhyNot);

/// <summary>Who wrote, as far as it is known.</summary>
/// <param name="Holder">Whose link or mail it was written from.</param>
/// <param name="Mission">Of an embassy beside the leading one.</param>
/// <param name="Name">As it was typed, or as the mail says.</param>
/// <param name="Address">The mail's; null for what was written on a page.</param>
/// <param name="IsProven">Of a page: the code was given on that device. Of a mail: it comes from the address that was written to, and its server may send for that domain.</param>
/// <param name="Spf">The mail service's finding: "pass", "fail", "softfail", "none" …; null for a page.</param>
/// <param name="Dkim">As the mail service says it: "{@embassy.example : pass}"; null for a page.</param>
public sealed record MessageSender(
    LinkHolder Holder, MissionId? Mission, int Round, string? Name, EmailAddress? Address, bool IsProven, string? Spf = null, string? Dkim = null);

/// <summary>
/// Something that was written about a case from outside. It is filed with the case and no part of its record: it decides nothing,
/// moves no deadline and changes no text, whatever it says.
/// </summary>
/// <param name="Id">Of the same message always the same, so that it is filed once.</param>
/// <param name="IsAutomatic">A machine answered: out of office, read receipt, returned mail. Nobody is told of it.</param>
public sealed record CaseMessage(
    string Id, MouId Mou, MessageKind Kind, DateTimeOffset At, MessageSender From, string Subject, string Words, IReadOnlyList<MessageAttachment> Attachments,
    bool IsAutomatic = false);
