using System.Text.Json;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>Everything that happened to an MOU, oldest first.</summary>
public sealed record HistoryAnswer(IReadOnlyList<HistoryEntry> Items);

/// <summary>One recorded event.</summary>
/// <param name="Type">The stored discriminator, for good: "mou.draft-submitted.v1".</param>
/// <param name="TextHash">The text that it was about, where it was about one.</param>
/// <param name="Reason">Where one was given; the office sees also what the embassy marked "not public".</param>
public sealed record HistoryEntry(
    int Number, DateTimeOffset At, ActorAnswer By, string Type, int? Round, TextHash? TextHash, string? Reason, bool? ReasonIsPublic, Side? Side)
{
    public static HistoryEntry Of(RecordedEvent recorded)
    {
        var entry = new HistoryEntry(recorded.Number, recorded.At, ActorAnswer.Of(recorded.By), TypeOf(recorded.Event), null, null, null, null, null);
        return recorded.Event switch
        {
            MouEvent.DraftCreated e => entry with { TextHash = e.Text },
            MouEvent.DraftReplaced e => entry with { TextHash = e.Text },
            MouEvent.DraftSubmitted e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Screened?.Because },
            MouEvent.TextAccepted e => entry with { Round = e.Round, TextHash = e.Text },
            MouEvent.ChangesRequested e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Reason, ReasonIsPublic = e.ReasonIsPublic },
            MouEvent.ReviewDeclined e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Reason, ReasonIsPublic = e.ReasonIsPublic },
            MouEvent.SigningOpened e => entry with { TextHash = e.Text },
            MouEvent.SignerReplaced e => entry with { Side = e.Signer.Side },
            MouEvent.TextSigned e => entry with { TextHash = e.Signature.Text, Side = e.Signature.Side },
            MouEvent.Withdrawn e => entry with { Reason = e.Reason },
            MouEvent.ApprovalRequested e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Submission.Screened?.Because },
            MouEvent.ApprovedInternally e => entry with { Round = e.Round, TextHash = e.Text },
            MouEvent.ReturnedToDrafter e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Reason, ReasonIsPublic = true },
            MouEvent.CouncilAsked e => entry with { Round = e.Round, TextHash = e.Text },
            MouEvent.CouncilDecided e => entry with { Round = e.Round, TextHash = e.Decision.Text },
            MouEvent.CouncilSkipped e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.LegalBasis },
            MouEvent.CentralReviewRequested e => entry with { Round = e.Round, TextHash = e.Text },
            MouEvent.CentralReviewAnswered e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Words },
            MouEvent.CentralReviewLapsed e => entry with { Round = e.Round, TextHash = e.Text },
            MouEvent.TextReopened e => entry with { TextHash = e.Text, Reason = e.Reason },
            MouEvent.EmbassyAccepted e => entry with { Round = e.Round, TextHash = e.Text },
            MouEvent.EmbassyDeclined e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Reason, ReasonIsPublic = e.ReasonIsPublic },
            MouEvent.ClauseCommented e => entry with { Round = e.Round, TextHash = e.Text, Reason = e.Words ?? e.Proposed },
            MouEvent.CommentTakenBack e => entry with { TextHash = e.Text },
            MouEvent.CommentAnswered e => entry with { TextHash = e.Text, Reason = e.Words },
            MouEvent.ResendRequested e => entry with { Round = e.Round, Reason = e.What },
            MouEvent.DeadlineMoved e => entry with { Reason = e.Reason },
            MouEvent.CeremonySet e => entry with { TextHash = e.Text },
            MouEvent.Suspended e => entry with { Reason = e.Reason },
            MouEvent.Resumed e => entry with { Reason = e.Reason },
            MouEvent.NoticeGiven e => entry with { Reason = e.Reason, Side = e.By },
            MouEvent.RenewalRefused e => entry with { Side = e.By },
            MouEvent.TextReleased e => entry with { TextHash = e.Text },
            MouEvent.TextWithheld e => entry with { TextHash = e.Text, Reason = e.Reason },
            MouEvent.ScanKept e => entry with { Side = e.Scan.Of },
            MouEvent.Terminated e => entry with { Reason = e.Reason },
            MouEvent.HeldUp e => entry with { Reason = e.Reason },
            MouEvent.Corrected e => entry with { Reason = e.Words },
            MouEvent.Released e => entry with { Reason = e.Reason },
            MouEvent.SuccessorConfirmed e => entry with { Reason = e.Reason },
            MouEvent.DocumentArrived e => entry with { Reason = e.Reason },
            MouEvent.LinkReissued e => entry with { Reason = e.Reason },
            MouEvent.RecipientProposed e => entry with { Reason = e.Reason },
            MouEvent.RecipientChanged e => entry with { Reason = e.Reason },
            MouEvent.RecipientProposalDropped e => entry with { Reason = e.Reason },
            MouEvent.OrchestrationIntervened e => entry with { Reason = e.Reason },
            MouEvent.OrchestrationEndProposed e => entry with { Reason = e.Reason },
            MouEvent.OrchestrationEndDropped e => entry with { Reason = e.Reason },
            _ => entry,
        };
    }

    private static string TypeOf(MouEvent happened) =>
        JsonSerializer.SerializeToElement(happened).GetProperty("type").GetString()!;
}

/// <summary>Who did it.</summary>
/// <param name="Kind">"office-member", "api-client", "embassy-officer", "signer", "ministry-reviewer", "witness", "association-member", "public", "clock" or "mail-service".</param>
/// <param name="Name">A person's name or a key's label; null for what no person did.</param>
public sealed record ActorAnswer(string Kind, string? Name)
{
    public static ActorAnswer Of(Actor by) => by switch
    {
        Actor.OfficeMember member => new("office-member", member.Name),
        Actor.ApiClient client => new("api-client", client.Label),
        Actor.EmbassyOfficer officer => new("embassy-officer", Typed(officer.Name)),
        Actor.SigningPerson signer => new("signer", Typed(signer.Name)),
        Actor.MinistryReviewer reviewer => new("ministry-reviewer", Typed(reviewer.Name)),
        Actor.CeremonyWitness witness => new("witness", Typed(witness.Name)),
        Actor.AssociationMember member => new("association-member", member.Name),
        Actor.Public => new("public", null),
        Actor.Clock => new("clock", null),
        Actor.MailService => new("mail-service", null),
        _ => throw new InvalidOperationException($"{by.GetType().Name} has no name in the API."),
    };

    /// <summary>Whoever asked for a fresh link typed none.</summary>
    private static string? Typed(string name) => name.Length == 0 ? null : name;
}
