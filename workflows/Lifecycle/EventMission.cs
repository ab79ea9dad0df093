namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>The embassy that an event is about.</summary>
public static class EventMission
{
    /// <returns>Null: none in particular, or the one that leads.</returns>
    public static MissionId? Of(MouEvent happened) => happened switch
    {
        MouEvent.ReviewAcknowledged e => e.Mission,
        MouEvent.EmbassyAccepted e => e.Mission,
        MouEvent.TextAccepted e => e.Mission,
        MouEvent.ChangesRequested e => e.Mission,
        MouEvent.EmbassyDeclined e => e.Mission,
        MouEvent.ReviewDeclined e => e.Mission,
        MouEvent.ReferredToCapital e => e.Mission,
        MouEvent.CapitalExtended e => e.Mission,
        MouEvent.ReturnedFromCapital e => e.Mission,
        MouEvent.ReviewHandedOver e => e.Mission,
        MouEvent.ResendRequested e => e.Mission,
        MouEvent.DocumentResent e => e.Mission,
        MouEvent.DocumentArrived e => e.Mission,
        MouEvent.DeadlineMoved e => e.Mission,
        MouEvent.LinkReissued e => e.Mission,
        MouEvent.RecipientProposed e => e.Mission,
        MouEvent.RecipientChanged e => e.Mission,
        MouEvent.ReminderFellDue e => e.Mission,
        MouEvent.FellOverdue e => e.Mission,
        MouEvent.MailUndelivered e => e.Mission,
        MouEvent.DeadlineStopped e => e.Mission,
        MouEvent.ClauseCommented e => e.Mission,
        MouEvent.CommentTakenBack e => e.Mission,
        MouEvent.Reminded e => e.Mission,
        _ => null,
    };
}
