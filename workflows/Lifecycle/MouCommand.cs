namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Everything that anyone can ask of an MOU. Whoever calls <see cref="MouLifecycle.Decide"/> has checked who asks.</summary>
public abstract record MouCommand
{
    private MouCommand() { }

    public sealed record CreateDraft(LocalGovernmentId Office, Particulars Particulars, TextHash Text) : MouCommand;

    /// <summary>Replaces particulars and text as a whole. Same content again: accepted, and changes nothing.</summary>
    public sealed record ReplaceDraft(Particulars Particulars, TextHash Text) : MouCommand;

    /// <summary>Opens the next round of review with the draft as it stands.</summary>
    public sealed record SubmitDraft(TextHash Text, Reviewer Reviewer) : MouCommand;

    /// <summary>The embassy agrees to the text of the round.</summary>
    public sealed record AcceptText(int Round, TextHash Text, string OfficerName) : MouCommand;

    /// <summary>The embassy asks for changes; the office drafts the next round.</summary>
    /// <param name="Reason">Required.</param>
    /// <param name="ReasonIsPublic">False where the embassy marked it "not public".</param>
    public sealed record RequestChanges(int Round, TextHash Text, string OfficerName, string Reason, bool ReasonIsPublic) : MouCommand;

    /// <summary>The embassy declines. An embassy may do so without a reason.</summary>
    public sealed record DeclineReview(int Round, TextHash Text, string OfficerName, string? Reason, bool ReasonIsPublic) : MouCommand;

    /// <summary>
    /// Asks both signers to sign electronically. Asked again while nobody on a side has signed, it replaces that side's signer;
    /// the former signer's link is dead then.
    /// </summary>
    public sealed record OpenSigning(TextHash Text, Signer LocalGovernment, Signer Counterparty, ElectronicSigningAgreement Agreement) : MouCommand;

    public sealed record SignText(Side Side, TextHash Text, string Name, string Office, string Intent) : MouCommand;

    public sealed record Withdraw(string Reason) : MouCommand;

    /// <summary>A fresh link to the address on file, for whoever lost theirs. At most one each ten minutes and holder.</summary>
    public sealed record ReissueLink(LinkHolder Holder) : MouCommand;

    /// <summary>Asks the clock: everything that has fallen due by now is recorded. Nothing due: accepted, and changes nothing.</summary>
    public sealed record PassTime : MouCommand;

    /// <summary>A mail that could not be brought to its reader.</summary>
    public sealed record ReportUndeliveredMail(string MailId, LinkHolder? Holder, string Why) : MouCommand;
}

/// <summary>Who holds a link into a case.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<LinkHolder>))]
public enum LinkHolder { Reviewer, LocalGovernmentSigner, CounterpartySigner }
