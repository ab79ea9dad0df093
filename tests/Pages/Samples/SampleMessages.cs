using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>What was written from outside, and who was at the links.</summary>
internal static class SampleMessages
{
    private static readonly DateTimeOffset at = SampleCase.Start.AddDays(2);
    private static readonly string hash = new('a', 64);

    public static IReadOnlyList<CaseMessage> All { get; } =
    [
        new("0001", SampleCase.UnderReview().Mou.Id, MessageKind.Reply, at,
            new(LinkHolder.Reviewer, null, 1, "Jean-Baptiste Ndong", new("ndong@gabon.example"), true, "pass", "{@gabon.example : pass}"), "Re: Examen d’un mémorandum",
            "Bonjour, nous examinons le texte et répondrons la semaine prochaine.",
            [new("note verbale.pdf", 48_211, hash, null), new("photos.zip", 2_000_000, null, NotKept.Kind), new("plan.docx", 12, null, NotKept.Content)]),
        new("0002", SampleCase.UnderReview().Mou.Id, MessageKind.Reply, at.AddHours(1),
            new(LinkHolder.Reviewer, null, 1, null, new("somebody@elsewhere.example"), false, "fail", "none"), "Re: Examen", "Ceci est un autre message.", []),
        new("0003", SampleCase.UnderReview().Mou.Id, MessageKind.Reply, at.AddHours(2),
            new(LinkHolder.Reviewer, null, 1, "Ambassade", new("review@gabon.example"), true, "pass", null), "Absence", "Je suis absent jusqu’au 1er décembre.", [], IsAutomatic: true),
        new("0004", SampleCase.UnderReview().Mou.Id, MessageKind.WrongAddress, at.AddHours(3),
            new(LinkHolder.Reviewer, null, 1, "Paul Ella", null, false), "", "Please use culture@gabon.example.", []),
        new("0005", SampleCase.UnderReview().Mou.Id, MessageKind.Mistake, at.AddHours(4),
            new(LinkHolder.Reviewer, null, 1, "Jean-Baptiste Ndong", null, true), "", "Nous voulions demander une modification de la clause 2.", []),
    ];

    public static IReadOnlyList<LinkOpening> Openings { get; } =
    [
        new(LinkHolder.Reviewer, null, 1, OpeningKind.Machine, at, at.AddHours(5), 14),
        new(LinkHolder.Reviewer, null, 1, OpeningKind.Browser, at.AddHours(1), at.AddHours(1), 1),
        new(LinkHolder.CentralReviewer, null, 1, OpeningKind.FreshLinkAsked, at.AddHours(2), at.AddHours(2), 1),
        new(LinkHolder.Reviewer, null, 1, OpeningKind.Person, at.AddHours(3), at.AddHours(9), 2),
    ];

    public static MailLetter Letter(MessageKind kind, bool isForDesk, Language language) => new MailLetter.AboutMessage(
        language, "Kim", isForDesk, All.First(message => message.Kind == kind), SampleCase.UnderReview().Mou, SampleCase.Office, SampleCase.Mission,
        new("https://mou.example/office/mous/c0ffee00c0ffee00c0ffee00/messages"));
}
