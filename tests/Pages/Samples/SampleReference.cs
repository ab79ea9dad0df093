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

    public static MailLetter Letter(ContactMail what, Language language) => new MailLetter.AboutContact(
        what, language, "Choi Eun-ji", Mission, Proposal, Mission.Contact, SampleCase.Start.AddDays(1),
        what == ContactMail.Proposed ? new Uri("https://mou.example/desk/reference/missions/GA") : null);
}
