using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Signing;

/// <summary>Calendars of those who come to a ceremony.</summary>
public sealed class CeremoniesAreAnnounced : IAsyncLifetime
{
    private static readonly SetCeremony Set = new(Sample.TextA, Sample.Governor with { Address = new("") }, Sample.Mayor with { Address = new("") }, Sample.Ceremony);
    private static readonly SetCeremony Moved = Set with { Ceremony = Sample.Ceremony with { On = new(2026, 12, 15), Place = "Libreville" } };

    private readonly Association _association = new();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task It_comes_by_mail_is_replaced_under_its_name_and_taken_out_again()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Set);
        var first = await InvitationToAsync("review@gabon.example", 1);
        await _association.DoAsync(mou.Id, Moved);
        var second = await InvitationToAsync("review@gabon.example", 2);
        await _association.DoAsync(mou.Id, Sample.Withdraw);
        var third = await InvitationToAsync("review@gabon.example", 3);

        Assert.All([first, second, third], file => Assert.Contains($"UID:{mou.Id}-ceremony@localdiplomacy", file, StringComparison.Ordinal));
        Assert.All([first, second], file => Assert.Contains("METHOD:REQUEST", file, StringComparison.Ordinal));
        Assert.Contains("DTSTART;VALUE=DATE:20261102", first, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261215", second, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Libreville", third, StringComparison.Ordinal);
        Assert.All(["METHOD:CANCEL", "STATUS:CANCELLED"], line => Assert.Contains(line, third, StringComparison.Ordinal));
        Assert.Equal([4, 5, 6], new[] { first, second, third }.Select(SequenceOf));

        await _association.ToRestAsync(mou.Id);
        await Patience.UntilAsync(async () => (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).All(mail => mail.State != MailState.Queued));
        var attached = _association.MailService.Arrived.Where(mail => AttachedTo(mail) is not null).ToList();
        Assert.Equal(3, attached.Count(mail => mail.To == "review@gabon.example"));
        // Each is told each version once: the embassy, and those of the office.
        Assert.All(attached.GroupBy(mail => mail.To), mails => Assert.Equal([4, 5, 6], mails.Select(mail => SequenceOf(AttachedTo(mail)!)).Order()));
        Assert.True(attached.Select(mail => mail.To).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Whoever_signs_by_link_instead_gets_none_and_the_others_take_theirs_out()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Set, Sample.OpenSigning);

        Assert.Contains("METHOD:CANCEL", await InvitationToAsync("review@gabon.example", 2), StringComparison.Ordinal);
        Assert.Null(AttachedTo(await _association.MailService.NextToAsync("governor@gyeongbuk.example")));
        Assert.Equal(Refusal.SignedByLink, Sample.Refused(MouLifecycle.Decide(new RecordPaperSignatures(Sample.TextA, Sample.Ceremony.On), mou, Sample.Start.AddDays(1))));
    }

    [Fact]
    public void Nobody_is_told_where_nothing_changed_in_a_calendar()
    {
        var set = Sample.After(Sample.Create, Sample.Submit, Sample.Accept, Set);

        Assert.Empty(Sample.Events(MouLifecycle.Decide(Set, set, Sample.Start.AddHours(1))));
        Assert.DoesNotContain(MailsOf(Sample.InStage[StageName.Signing], Sample.Withdraw), mail => mail.To == Recipient.Office);
        Assert.DoesNotContain(MailsOf(Sample.InStage[StageName.Agreed], Sample.OpenSigning), mail => mail.To is Recipient.Office or Recipient.Reviewer);
        Assert.Contains(MailsOf(set, Sample.OpenSigning), mail => mail is { To: Recipient.Reviewer, Mail: MailKind.PartyToldOfEvent });
        Assert.Contains(MailsOf(set, new ReopenText("A slip.")), mail => mail is { To: Recipient.Office, Mail: MailKind.OfficeToldOfEvent });
    }

    private static IEnumerable<Effect> MailsOf(Mou before, MouCommand command) =>
        Effects.Of(new(before.Version + 1, Sample.Start.AddHours(1), Sample.ActorFor(command), Sample.Events(MouLifecycle.Decide(command, before, Sample.Start.AddHours(1)))[0]), before)
            .Where(effect => effect.Kind == EffectKind.Mail);

    /// <summary>By the version that each is of: two mails that leave at once may arrive in either order.</summary>
    private async Task<string> InvitationToAsync(string address, int number)
    {
        await Patience.UntilAsync(() => _association.MailService.To(address).Count(mail => AttachedTo(mail) is not null) >= number, $"invitation {number} to {address}");
        return _association.MailService.To(address).Select(AttachedTo).OfType<string>().OrderBy(SequenceOf).ElementAt(number - 1);
    }

    private static string? AttachedTo(ArrivedMail mail)
    {
        if (!mail.Json.TryGetProperty("attachments", out var attachments)) return null;
        var file = Assert.Single(attachments.EnumerateArray());
        Assert.Equal(("text/calendar", "invitation.ics"), (file.GetProperty("type").GetString(), file.GetProperty("filename").GetString()));
        return Encoding.UTF8.GetString(Convert.FromBase64String(file.GetProperty("content").GetString()!)).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private static int SequenceOf(string file) => int.Parse(file.Split("SEQUENCE:")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
}
