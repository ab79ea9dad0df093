using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Pages.Tests.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Signing;

namespace LocalDiplomacy.Pages.Tests.Mails;

/// <summary>What a reader's calendar shows of a ceremony.</summary>
public sealed class CalendarsInMails
{
    private static readonly Invitation Wordless =
        new("case-ceremony@localdiplomacy", 9, IsCancelled: false, "", "Andong", "", new(2026, 11, 2), null, "no-reply@mou.example", "review@gabon.example", SampleCase.Start);

    [Theory]
    [InlineData("ko", "SUMMARY:서명식: 경상북도와 리브르빌시 간 우호협력에 관한 양해각서")]
    [InlineData("en", "SUMMARY:Signing: Memorandum of Understanding on Friendly Cooperation between Gyeongsangbuk-do and the City of Libreville")]
    [InlineData("fr", "SUMMARY:Signature\u202f: Mémorandum d’entente sur la coopération amicale entre Gyeongsangbuk-do et la Ville de Libreville")]
    [InlineData("es", "SUMMARY:Firma: ")]
    public async Task Say_what_is_signed_and_where_in_the_readers_language(string language, string summary)
    {
        var file = Unfolded((await WriteAsync(new(language), Wordless)).Calendar!);

        Assert.Contains($"\r\n{summary}", file, StringComparison.Ordinal);
        Assert.Contains("\r\nLOCATION:Andong\r\n", file, StringComparison.Ordinal);
        if (language != "en") Assert.Null(OurEnglish.Among(file.Split("\r\n").SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split("\\n"))));
        Assert.Contains("Andong", file.Split("DESCRIPTION:")[1].Split("\r\n")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Come_with_mails_that_change_one_and_with_no_others()
    {
        Assert.Null((await WriteAsync(Language.Korean, null)).Calendar);
        Assert.Contains("METHOD:CANCEL", (await WriteAsync(Language.Korean, Wordless with { IsCancelled = true })).Calendar!, StringComparison.Ordinal);
    }

    private static Task<MailContent> WriteAsync(Language language, Invitation? invitation)
    {
        var sample = SampleCase.Ceremony();
        return SampleMails.Writer().WriteAsync(new MailLetter.AboutCase(
            MailKind.PartyToldOfEvent, language, null, sample.Mou, sample.Last<MouEvent.CeremonySet>(), SampleCase.Office, SampleCase.Mission, null, invitation));
    }

    private static string Unfolded(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal);
}
