using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>Every mail, made from events that happened.</summary>
public static class SampleMails
{
    private static readonly Uri review = new("https://mou.example/review/t0ken");
    private static readonly Uri sign = new("https://mou.example/sign/t0ken");
    private static readonly Uri office = new("https://mou.example/office/mous/c0ffee00c0ffee00c0ffee00");

    public static IMailWriter Writer(DateTimeOffset? now = null) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new FixedTime(now ?? SampleCase.Start.AddDays(3)))
        .AddPages().BuildServiceProvider().GetRequiredService<IMailWriter>();

    public static IReadOnlyDictionary<string, Func<Language, MailLetter>> All { get; } = Letters().ToDictionary(letter => letter.Name, letter => letter.In);

    public static TheoryData<string, string> InEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in All.Keys)
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    private static IEnumerable<(string Name, Func<Language, MailLetter> In)> Letters()
    {
        yield return ("sign-in", language => new MailLetter.SignIn(new("https://mou.example/sign-in/t0ken"), "204816", 10, language));
        yield return ("decision-code", language => new MailLetter.DecisionCode("204816", 10, LinkHolder.Reviewer, SampleTexts.Title, language));
        yield return ("signature-code", language => new MailLetter.DecisionCode("204816", 10, LinkHolder.CounterpartySigner, SampleTexts.Title, language));
        foreach (var what in Enum.GetValues<ContactMail>())
            yield return ($"contact-{what}", language => SampleReference.Letter(what, language));
        foreach (var kind in Enum.GetValues<MessageKind>())
            yield return ($"message-{kind}", language => SampleMessages.Letter(kind, kind == MessageKind.WrongAddress, language));
        foreach (var letter in SampleAlerts.Letters()) yield return letter;
        foreach (var letter in SamplePeople.Letters()) yield return letter;
        yield return ("review-requested-to-answer", language => (MailLetter.AboutCase)All["review-requested"](language) with { CanReply = true });
        yield return About<MouEvent.DraftSubmitted>("review-requested", MailKind.ReviewRequested, SampleCase.UnderReview(), review);
        yield return About<MouEvent.LinkReissued>("review-link-again", MailKind.ReviewRequested, SampleCase.UnderReview().Do(new Actor.Clock(), new MouCommand.ReissueLink(LinkHolder.Reviewer)), review);
        yield return About<MouEvent.ReminderFellDue>("review-reminder", MailKind.ReviewReminder, SampleCase.UnderReview().Pass(TimeSpan.FromDays(21)), review);
        var overdue = SampleCase.UnderReview().Pass(TimeSpan.FromDays(40));
        yield return About<MouEvent.FellOverdue>("review-overdue", MailKind.ReviewOverdue, overdue, review);
        yield return About<MouEvent.FellOverdue>("office-review-overdue", MailKind.OfficeReminder, overdue, office);
        yield return About<MouEvent.FellOverdue>("desk-escalation", MailKind.DeskEscalation, overdue, new("https://mou.example/desk"));
        foreach (var (name, sample) in new[] { ("accepted", SampleCase.Agreed()), ("changes-requested", SampleCase.Redrafted()), ("changes-requested-privately", SampleCase.Redrafted(isPublic: false)), ("declined", SampleCase.Declined()) })
        {
            yield return Last($"copy-{name}", MailKind.DecisionCopy, sample, review);
            yield return Last($"office-{name}", MailKind.OfficeToldOfDecision, sample, office);
        }
        yield return Last("signing-requested", MailKind.SigningRequested, SampleCase.Signing(), sign);
        yield return About<MouEvent.ReminderFellDue>("signing-reminder", MailKind.SigningReminder, SampleCase.HalfSigned().Pass(TimeSpan.FromDays(35)), sign);
        yield return About<MouEvent.ReminderFellDue>("office-signature-missing", MailKind.OfficeReminder, SampleCase.HalfSigned().Pass(TimeSpan.FromDays(35)), office);
        yield return About<MouEvent.TextSigned>("signature-copy", MailKind.SignatureCopy, SampleCase.HalfSigned(), sign);
        yield return About<MouEvent.TextSigned>("office-signature", MailKind.OfficeToldOfSignature, SampleCase.HalfSigned(), office);
        yield return About<MouEvent.TookEffect>("in-effect", MailKind.InEffect, SampleCase.InEffect(), review);
        yield return About<MouEvent.Withdrawn>("withdrawn", MailKind.WithdrawnNotice, SampleCase.Withdrawn(), null);
        yield return About<MouEvent.ReminderFellDue>("office-idle-draft", MailKind.OfficeReminder, SampleCase.Drafted().Pass(TimeSpan.FromDays(91)), office);
        yield return Last("office-signing-overdue", MailKind.OfficeReminder, SampleCase.Agreed().Pass(TimeSpan.FromDays(40)), office);
        yield return Last("office-undelivered", MailKind.OfficeToldOfUndeliveredMail, SampleCase.UnderReview()
            .Do(new Actor.MailService(), new MouCommand.ReportUndeliveredMail("m1", LinkHolder.Reviewer, "bounced")), office);
        yield return Last("office-undelivered-to-office", MailKind.OfficeToldOfUndeliveredMail, SampleCase.UnderReview()
            .Do(new Actor.MailService(), new MouCommand.ReportUndeliveredMail("m1", null, "bounced")), office);
        var central = new Uri("https://mou.example/central-review/t0ken");
        yield return About<MouEvent.ApprovalRequested>("approval-requested", MailKind.ApprovalRequested, SampleCase.InApproval(), office);
        yield return About<MouEvent.FellOverdue>("approval-reminder", MailKind.ApprovalReminder, SampleCase.InApproval().Pass(TimeSpan.FromDays(20)), office);
        yield return About<MouEvent.CouncilAsked>("council-requested", MailKind.CouncilRequested, SampleCase.AtCouncil(), office);
        yield return About<MouEvent.CentralReviewRequested>("central-review-requested", MailKind.CentralReviewRequested, SampleCase.InCentralReview(), central);
        yield return About<MouEvent.ReminderFellDue>("central-review-reminder", MailKind.CentralReviewReminder, SampleCase.InCentralReview().Pass(TimeSpan.FromDays(12)), central);
        yield return About<MouEvent.FellOverdue>("acknowledgement-reminder", MailKind.AcknowledgementReminder, SampleCase.ReviewedWithSteps().Pass(TimeSpan.FromDays(8)), review);
        var (toAcknowledge, handedOver) = (SampleCase.ReviewedWithSteps(), SampleCase.HandedOver());
        yield return About<MouEvent.DraftSubmitted>("review-requested-with-acknowledgement", MailKind.ReviewRequested, toAcknowledge, review);
        yield return About<MouEvent.ReviewHandedOver>("review-handed-over", MailKind.ReviewRequested, handedOver, review);
        yield return About<MouEvent.EmbassyAccepted>("office-embassy-accepted", MailKind.OfficeToldOfEvent, SampleCase.LeadingEmbassyAccepted(), office);
        yield return About<MouEvent.EmbassyAccepted>("party-embassy-accepted", MailKind.PartyToldOfEvent, SampleCase.LeadingEmbassyAccepted(), review);
        foreach (var answer in new[] { CentralAnswer.NoObjection, CentralAnswer.Comments, CentralAnswer.Objection })
        {
            yield return About<MouEvent.CentralReviewAnswered>($"office-central-{answer}", MailKind.OfficeToldOfEvent, SampleCase.CentralAnswered(answer), office);
            yield return About<MouEvent.CentralReviewAnswered>($"party-central-{answer}", MailKind.PartyToldOfEvent, SampleCase.CentralAnswered(answer), central);
        }
        yield return ("central-review-overdue", language => Letter(
            MailKind.CentralReviewReminder, language, SampleCase.InCentralReview(),
            new(99, SampleCase.Start.AddDays(20), new Actor.Clock(), new MouEvent.FellOverdue(Reminder.CentralReview)), central));
        yield return About<MouEvent.NotificationRecorded>("central-desk-copy", MailKind.CentralDeskCopy, SampleCase.Notified(), central);
        yield return About<MouEvent.NotificationRecorded>("desk-notified", MailKind.DeskToldOfEvent, SampleCase.Notified(), new("https://mou.example/desk/mous/c0ffee00c0ffee00c0ffee00"));
        foreach (var happened in SampleCase.InEffectForLong().Events.Select(recorded => recorded.Event.GetType()).Distinct())
        {
            var told = SampleCase.InEffectForLong();
            var last = told.Events.Last(recorded => recorded.Event.GetType() == happened);
            yield return ($"office-told-{happened.Name}", language => Letter(MailKind.OfficeToldOfEvent, language, told, last, office) with { Mou = told.At(last) });
            yield return ($"party-told-{happened.Name}", language => Letter(MailKind.PartyToldOfEvent, language, told, last, null) with { Mou = told.At(last) });
        }
        var moved = SampleCase.AddressChanged();
        yield return About<MouEvent.RecipientProposed>("desk-address-proposed", MailKind.DeskToldOfEvent, SampleCase.AddressProposed(), new("https://mou.example/desk/mous/c0ffee00c0ffee00c0ffee00"));
        yield return About<MouEvent.RecipientChanged>("address-changed-former", MailKind.PartyToldOfEvent, moved, null);
        yield return About<MouEvent.RecipientChanged>("address-changed-new", MailKind.ReviewRequested, moved, review);
        yield return About<MouEvent.RecipientChanged>("address-changed-office", MailKind.OfficeToldOfEvent, moved, office);
        foreach (var (name, command) in new (string, MouCommand)[]
        {
            ("held", new MouCommand.Hold("The province was merged with a city.")), ("arrived", new MouCommand.RecordArrival(LinkHolder.Reviewer, SampleCase.Start, Reason: "By receipt.")),
        })
        {
            var told = SampleCase.UnderReview().ByDesk(command);
            yield return Last($"desk-{name}-office", MailKind.OfficeToldOfEvent, told, office);
            yield return Last($"desk-{name}-party", MailKind.PartyToldOfEvent, told, review);
        }
        yield return Last("desk-told", MailKind.DeskToldOfEvent, SampleCase.Notified(), new("https://mou.example/desk"));
        foreach (var reminder in Enum.GetValues<Reminder>())
        {
            yield return Made($"office-reminder-{reminder}", SampleCase.UnderReview(), new MouEvent.ReminderFellDue(reminder, 3));
            yield return Made($"office-overdue-{reminder}", SampleCase.UnderReview(), new MouEvent.FellOverdue(reminder));
        }
    }

    private static (string, Func<Language, MailLetter>) About<TEvent>(string name, MailKind kind, SampleCase sample, Uri? link) where TEvent : MouEvent =>
        (name, language => Letter(kind, language, sample, sample.Last<TEvent>(), link));

    private static (string, Func<Language, MailLetter>) Last(string name, MailKind kind, SampleCase sample, Uri? link) =>
        (name, language => Letter(kind, language, sample, sample.Events[^1], link));

    /// <summary>Reminders that no rule makes today have their words all the same.</summary>
    private static (string, Func<Language, MailLetter>) Made(string name, SampleCase sample, MouEvent happened) =>
        (name, language => Letter(MailKind.OfficeReminder, language, sample, new(9, sample.Now, new Actor.Clock(), happened), office));

    private static MailLetter.AboutCase Letter(MailKind kind, Language language, SampleCase sample, RecordedEvent recorded, Uri? link) =>
        new(kind, language, "Lee Cheol-woo", sample.Mou, recorded, SampleCase.Office, SampleCase.Mission, link);
}
