using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Messages;

/// <summary>Mails that answer ours: filed with their case, told once, and no decision.</summary>
public sealed class AnswersToMails : IAsyncLifetime
{
    private const string Domain = "reply.association.example";
    private const string Officer = "officer@gyeongbuk.example";
    private readonly Association _association = new(new()
    {
        ["REPLY_DOMAIN"] = Domain,
        ["SENDGRID_INBOUND_KEY"] = Key(),
    });

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Go_to_an_address_of_their_own_that_stands_nowhere_but_in_the_mail()
    {
        var (mou, address) = await AskedAsync();

        Assert.Matches($"^r[a-z2-7]{{32}}@{Domain.Replace(".", @"\.", StringComparison.Ordinal)}$", address);
        await foreach (var row in _association.Tables.GetTableClient(LocalDiplomacy.Workflows.Storage.Tables.Links).QueryAsync<Azure.Data.Tables.TableEntity>())
            Assert.DoesNotContain(address[1..33], string.Join('|', row.Select(value => value.Value)), StringComparison.Ordinal);
        var desk = _association.Get<LinkDesk>();
        Assert.IsType<OpenedLink.Unknown>(await desk.OpenAsync(address[1..33]));
        Assert.NotEmpty((await _association.Cases.FindAsync(mou.Id))!.Rounds);
    }

    [Fact]
    public async Task Are_filed_and_told_once_and_leave_the_case_as_it_was()
    {
        var (mou, address) = await AskedAsync();
        var before = (await _association.Cases.FindAsync(mou.Id))!.Version;
        var mail = Mail(address, text: "We accept the text.");
        Assert.Equal(ReplyFate.Filed, await TakeAsync(mail));
        // The same mail, and again in other letters.
        Assert.Equal(ReplyFate.Filed, await TakeAsync(mail));
        Assert.Equal(ReplyFate.Filed, await TakeAsync(mail with { To = [address] }));

        var message = Assert.Single(await MessagesAsync(mou.Id));
        Assert.Equal(("We accept the text.", LinkHolder.Reviewer, true), (message.Words, message.From.Holder, message.From.IsProven));
        await _association.MailService.NextToAsync(Officer);
        await _association.MailsToRestAsync(mou.Id);
        Assert.Single(_association.MailService.To(Officer));
        Assert.Equal(before, (await _association.Cases.FindAsync(mou.Id))!.Version);
        Assert.IsType<Stage.UnderReview>((await _association.Cases.FindAsync(mou.Id))!.Stage);
    }

    [Fact]
    public async Task Are_proven_only_by_the_address_that_was_written_to_and_its_domain()
    {
        var (mou, address) = await AskedAsync();
        var good = Mail(address);
        InboundMail[] others =
        [
            good with { From = "somebody@elsewhere.example" }, good with { Dkim = "{@elsewhere.example : pass}", Spf = "fail" },
            good with { Dkim = null, Spf = "pass", EnvelopeFrom = "x@elsewhere.example" }, good with { Dkim = "{@gabon.example : fail}", Spf = "softfail" },
        ];
        foreach (var (place, other) in others.Index()) await TakeAsync(other with { Headers = $"Message-ID: <other-{place}@x>" });
        await TakeAsync(good with { Dkim = null, Spf = "pass", EnvelopeFrom = "bounces@gabon.example" });

        Assert.Equal([false, false, false, false, true], (await MessagesAsync(mou.Id)).OrderBy(message => message.From.IsProven).Select(message => message.From.IsProven));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "review@gabon.example")]
    [InlineData("Precedence: bulk", "review@gabon.example")]
    [InlineData("X-Autoreply: yes", "review@gabon.example")]
    [InlineData("List-Id: <news.gabon.example>", "review@gabon.example")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status", "review@gabon.example")]
    [InlineData("Subject: Undelivered", "")]
    [InlineData("Subject: Undelivered", "MAILER-DAEMON@gabon.example")]
    public async Task Of_machines_are_filed_as_such_and_nobody_is_told(string header, string returnPath)
    {
        var (mou, address) = await AskedAsync();
        Assert.Equal(ReplyFate.FiledAsAutomatic, await TakeAsync(Mail(address) with { Headers = $"Message-ID: <a@x>\n{header}", EnvelopeFrom = returnPath, Files = [Pdf("a.pdf")] }));

        await _association.MailsToRestAsync(mou.Id);
        var message = Assert.Single(await MessagesAsync(mou.Id));
        Assert.True(message.IsAutomatic);
        Assert.Null(Assert.Single(message.Attachments).Hash);
        Assert.Empty(_association.MailService.To(Officer));
    }

    [Fact]
    public async Task A_header_that_says_no_machine_wrote_it_is_believed() =>
        Assert.Equal(ReplyFate.Filed, await TakeAsync(Mail((await AskedAsync()).Address) with { Headers = "Message-ID: <a@x>\nAuto-Submitted: no" }));

    [Fact]
    public async Task To_nobody_and_from_ourselves_are_dropped()
    {
        var (mou, address) = await AskedAsync();
        var unknown = $"r{new string('a', 32)}@{Domain}";
        Assert.Equal(ReplyFate.NobodysAddress, await TakeAsync(Mail(unknown)));
        Assert.Equal(ReplyFate.NobodysAddress, await TakeAsync(Mail(address[..33] + "@elsewhere.example")));
        Assert.Equal(ReplyFate.NobodysAddress, await TakeAsync(Mail("")));
        Assert.Equal(ReplyFate.OurOwn, await TakeAsync(Mail(address) with { From = "LocalDiplomacy <no-reply@localdiplomacy.example>" }));
        Assert.Equal(ReplyFate.Filed, await TakeAsync(Mail(address.ToUpperInvariant())));
        Assert.Single(await MessagesAsync(mou.Id));
    }

    [Fact]
    public async Task Bring_files_that_stand_apart_and_only_such_as_are_what_they_say()
    {
        var (mou, address) = await AskedAsync();
        await TakeAsync(Mail(address) with
        {
            Files = [Pdf("../../note verbale.pdf"), new("macro.exe", [0x4D, 0x5A]), new("not.pdf", "<html>"u8.ToArray()), new("empty.pdf", []), new("big.pdf", new byte[AttachmentReading.MaxBytes + 1]),
                .. Enumerable.Range(0, 6).Select(number => Pdf($"{number}.pdf"))],
        });

        var files = Assert.Single(await MessagesAsync(mou.Id)).Attachments;
        Assert.Equal("note verbale.pdf", files[0].Name);
        Assert.Equal([null, NotKept.Kind, NotKept.Content, NotKept.Empty, NotKept.TooLarge], files.Take(5).Select(file => file.WhyNot));
        Assert.Equal(NotKept.TooMany, files[10].WhyNot);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await _association.Get<MessageStore>().FindAttachmentAsync(mou.Id, files[0].Hash!))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_day_can_bring_are_dropped_and_come_again_the_next_day()
    {
        var (mou, address) = await AskedAsync();
        for (var number = 0; number < MessageDesk.MostADay; number++)
            await TakeAsync(Mail(address) with { Headers = $"Message-ID: <{number}@x>\nPrecedence: bulk" });
        Assert.Equal(ReplyFate.TooMany, await TakeAsync(Mail(address)));
        _association.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(ReplyFate.Filed, await TakeAsync(Mail(address)));
        Assert.Equal(MessageDesk.MostADay + 1, (await MessagesAsync(mou.Id)).Count);
    }

    private async Task<(Mou Mou, string Address)> AskedAsync()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var mail = await _association.MailService.NextToAsync(Sample.Gabon.Address.Value);
        return (mou, mail.Json.GetProperty("reply_to").GetProperty("email").GetString()!);
    }

    private static InboundMail Mail(string to, string text = "Hello.") => new(
        "Message-ID: <1@gabon.example>\nReferences: <0@x>\n <00@x>", [to], Sample.Gabon.Address.Value, $"Jean Ndong <{Sample.Gabon.Address.Value}>", "Re: Review", text, "pass",
        $"{{@{Sample.Gabon.Address.Value.Split('@')[1]} : pass}}", []);

    private static InboundFile Pdf(string name) => new(name, "%PDF-1.7 and so on"u8.ToArray());

    private Task<ReplyFate> TakeAsync(InboundMail mail) => _association.Get<TakeReplies>().RunAsync(mail, _association.Engine);

    private Task<IReadOnlyList<CaseMessage>> MessagesAsync(MouId id) => _association.Get<MessageStore>().OfCaseAsync(id);

    private static string Key()
    {
        using var signer = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo());
    }
}
