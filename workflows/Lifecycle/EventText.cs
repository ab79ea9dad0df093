namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>The text that an event is about.</summary>
public static class EventText
{
    /// <returns>Null: none in particular.</returns>
    public static TextHash? Of(MouEvent happened) => happened switch
    {
        MouEvent.DraftCreated e => e.Text,
        MouEvent.DraftReplaced e => e.Text,
        MouEvent.ApprovalRequested e => e.Text,
        MouEvent.ApprovedInternally e => e.Text,
        MouEvent.ReturnedToDrafter e => e.Text,
        MouEvent.CouncilAsked e => e.Text,
        MouEvent.CouncilDecided e => e.Decision.Text,
        MouEvent.CouncilSkipped e => e.Text,
        MouEvent.CentralReviewRequested e => e.Text,
        MouEvent.CentralReviewAnswered e => e.Text,
        MouEvent.CentralReviewLapsed e => e.Text,
        MouEvent.DraftSubmitted e => e.Text,
        MouEvent.TextReopened e => e.Text,
        MouEvent.EmbassyAccepted e => e.Text,
        MouEvent.TextAccepted e => e.Text,
        MouEvent.ChangesRequested e => e.Text,
        MouEvent.EmbassyDeclined e => e.Text,
        MouEvent.ReviewDeclined e => e.Text,
        MouEvent.ClauseCommented e => e.Text,
        MouEvent.CommentAnswered e => e.Text,
        MouEvent.SigningOpened e => e.Text,
        MouEvent.CeremonySet e => e.Text,
        MouEvent.TextSigned e => e.Signature.Text,
        MouEvent.Varied e => e.Text,
        _ => null,
    };
}
