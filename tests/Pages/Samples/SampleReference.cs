using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>A mission whose address is being changed.</summary>
public static class SampleReference
{
    public static readonly Author Proposer = new("desk", "Lee Seo-yeon");

    public static readonly ContactProposal Proposal = new(
        7, new EmailAddress("chancery@gabon.example"), Proposer, SampleCase.Start, SampleCase.Start.AddDays(7), "Note verbale 118/2026 of 30 October");

    public static readonly Mission Mission = SampleCase.Mission with { Contact = new EmailAddress("review@gabon.example"), Waiting = Proposal };

    public static readonly LocalGovernment Jung = new(
        new("28-중구"), 2, LocalizedText.Of((Language.Korean, "중구"), (Language.English, "Jung-gu")), null, new DateOnly(2026, 6, 30))
    {
        Parent = new LocalGovernmentId("28"),
        Type = LocalGovernmentType.AutonomousDistrict,
        Successors = [new("28-제물포구"), new("28-영종구")],
    };

    public static readonly IReadOnlyList<LocalGovernment> Governments =
    [
        new(new("28"), 1, LocalizedText.Of((Language.Korean, "인천광역시"), (Language.English, "Incheon Metropolitan City")), null, null) { Type = LocalGovernmentType.MetropolitanCity },
        Jung,
        new(new("28-제물포구"), 2, LocalizedText.Of((Language.Korean, "제물포구"), (Language.English, "Jemulpo-gu")), new DateOnly(2026, 7, 1), null) { Parent = new LocalGovernmentId("28"), Type = LocalGovernmentType.AutonomousDistrict },
    ];

    /// <summary>One of each kind.</summary>
    public static readonly IReadOnlyList<TableChange> Changes = [.. new (ReferenceChange What, string? Reason, RowDifference[] Rows)[]
    {
        (new ReferenceChange.ContactConfirmed(Proposal, null), null, [Difference(new CellDifference("contact", null, Proposal.Address.Value))]),
        (new ReferenceChange.Imported(1, 1), "List of 1 July", [Difference(new CellDifference("name_en", "Jung-gu", "Jung District")), new("28-영종구", Jung.Name, true, [])]),
        (new ReferenceChange.ContactWithdrawn(Proposal), null, [Difference()]),
        (new ReferenceChange.ContactProposed(Proposal), Proposal.Reason, [Difference()]),
        (new ReferenceChange.Replaced(), null, [Difference(new CellDifference("valid_to", "2026-06-30", null))]),
        (new ReferenceChange.Added(), null, [new("28-중구", Jung.Name, true, [])]),
        (new ReferenceChange.Loaded("2026-11"), null, []),
    }.Select((change, i) => new TableChange(7 - i, SampleCase.Start.AddDays(-i), Proposer, change.What, change.Reason, change.Rows))];

    private static RowDifference Difference(params CellDifference[] cells) => new("28-중구", Jung.Name, false, cells);

    public static MailLetter Letter(ContactMail what, Language language) => new MailLetter.AboutContact(
        what, language, "Choi Eun-ji", Mission, Proposal, Mission.Contact, SampleCase.Start.AddDays(1),
        what == ContactMail.Proposed ? new Uri("https://mou.example/desk/reference/missions/GA") : null);
}
