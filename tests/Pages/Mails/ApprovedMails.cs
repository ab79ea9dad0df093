using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Mails;

/// <summary>Mails that somebody read, for a Korean and for a French reader.</summary>
public sealed class ApprovedMails
{
    [Theory]
    [InlineData("sign-in", "ko")]
    [InlineData("contact-Proposed", "ko")]
    [InlineData("contact-ToFormerAddress", "fr")]
    [InlineData("contact-ToNewAddress", "es")]
    [InlineData("review-requested", "fr")]
    [InlineData("review-requested", "ko")]
    [InlineData("review-requested-with-acknowledgement", "en")]
    [InlineData("review-handed-over", "es")]
    [InlineData("central-review-requested", "ko")]
    [InlineData("office-told-ReferredToCapital", "ko")]
    [InlineData("office-embassy-accepted", "ko")]
    [InlineData("party-central-Comments", "fr")]
    [InlineData("address-changed-former", "fr")]
    [InlineData("desk-address-proposed", "ko")]
    [InlineData("desk-held-party", "es")]
    [InlineData("party-told-SuccessorConfirmed", "ko")]
    [InlineData("decision-code", "fr")]
    [InlineData("copy-changes-requested", "fr")]
    [InlineData("office-changes-requested", "ko")]
    [InlineData("signing-requested", "fr")]
    [InlineData("signing-requested", "ko")]
    [InlineData("in-effect", "ko")]
    [InlineData("in-effect", "fr")]
    [InlineData("review-requested-to-answer", "en")]
    [InlineData("message-Reply", "fr")]
    [InlineData("message-WrongAddress", "ko")]
    [InlineData("message-Mistake", "es")]
    [InlineData("person-change-proposed", "ko")]
    [InlineData("person-proposed", "fr")]
    [InlineData("alert-mail-many", "ko")]
    [InlineData("alert-mail-closed", "en")]
    [InlineData("alert-mail-MailGivenUp", "fr")]
    [InlineData("alert-mail-PartUnwell", "es")]
    public async Task Read_as_they_were_approved(string name, string language)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](new Language(language)));

        Approved.Matches($"{name}.{language}.txt", $"{mail.Subject}\n\n{mail.Text}");
        Approved.Matches($"{name}.{language}.html", mail.Html);
    }

    [Theory]
    [InlineData("ko", "양해각서 검토 요청 – 경상북도 · 가봉 (12월 11일까지)")]
    [InlineData("en", "Review of a memorandum of understanding – Gyeongsangbuk-do · Gabon (by 11 December)")]
    [InlineData("fr", "Mémorandum d’entente à examiner – Gyeongsangbuk-do · Gabon (jusqu’au 11 décembre)")]
    [InlineData("es", "Revisión de un memorando de entendimiento – Gyeongsangbuk-do · Gabón (hasta el 11 de diciembre)")]
    public async Task Say_the_matter_first_in_their_subject(string language, string subject)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All["review-requested"](new Language(language)));

        Assert.Equal(subject, mail.Subject);
    }
}
