using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>The mails about a case, by what their reader must know or do. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailKind>))]
public enum MailKind
{
    ReviewRequested, ReviewReminder, ReviewOverdue, DecisionCopy, OfficeToldOfDecision,
    SigningRequested, SigningReminder, SignatureCopy, OfficeToldOfSignature,
    InEffect, WithdrawnNotice, OfficeReminder, DeskEscalation, OfficeToldOfUndeliveredMail,
    ApprovalRequested, ApprovalReminder, CouncilRequested, CentralReviewRequested, CentralReviewReminder, AcknowledgementReminder,
    CentralDeskCopy,
    /// <summary>The event's own sentence, to the office.</summary>
    OfficeToldOfEvent,
    /// <summary>The event's own sentence, to an embassy, a signer or the ministry.</summary>
    PartyToldOfEvent,
    /// <summary>The event's own sentence, to the association.</summary>
    DeskToldOfEvent,
    /// <summary>What was written about the case from outside, to the office or the association.</summary>
    ToldOfMessage,
}
