using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

/// <summary>Nobody alone turns an embassy's mail elsewhere.</summary>
public sealed class ContactsTakeTwo : IAsyncLifetime
{
    private const string Former = "review@gabon.example";
    private const string New = "chancery@gabon.example";
    private static readonly MissionId Gabon = new("GA");
    private static readonly Author Seoyeon = new("sample-desk", "Lee Seo-yeon");
    private static readonly Author Eunji = new("sample-deputy", "Choi Eun-ji");
    private readonly Association _association = new();

    private ContactDesk Desk => _association.Get<ContactDesk>();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_proposal_alone_changes_nothing()
    {
        var done = await ProposeAsync();

        Assert.Equal(new EmailAddress(Former), done.Row.Contact);
        Assert.Equal((New, Seoyeon, done.Version), (done.Row.Waiting!.Address.Value, done.Row.Waiting.By, done.Row.Waiting.Number));
        Assert.Equal(new EmailAddress(Former), (await _association.Get<ReferenceTables>().FindMissionNowAsync(Gabon))!.Contact);
    }

    [Fact]
    public async Task Who_proposed_cannot_confirm()
    {
        var proposal = (await ProposeAsync()).Version;

        var refused = Assert.IsType<ContactResult.Refused>(await Desk.ConfirmAsync(Gabon, proposal, Seoyeon));

        Assert.Equal((ContactRefusal.ProposerCannotConfirm, new EmailAddress(Former)), (refused.Why, refused.Current.Row.Contact));
    }

    [Fact]
    public async Task Another_confirms_and_both_addresses_are_told()
    {
        await _association.StartEngineAsync();
        var proposal = (await ProposeAsync()).Version;
        await _association.Get<ReferenceUpkeep>().TryGoOnAsync(_association.Engine);
        await _association.MailService.NextToAsync("deputy@garok.example");

        var done = Assert.IsType<ContactResult.Done>(await Desk.ConfirmAsync(Gabon, proposal, Eunji));
        await _association.Get<ReferenceUpkeep>().TryGoOnAsync(_association.Engine);

        Assert.Equal((new EmailAddress(New), null), (done.Standing.Row.Contact, done.Standing.Row.Waiting));
        Assert.Equal(nameof(ContactMail.ToFormerAddress), (await _association.MailService.NextToAsync(Former)).Subject);
        Assert.Equal(nameof(ContactMail.ToNewAddress), (await _association.MailService.NextToAsync(New)).Subject);
        Assert.Empty(_association.MailService.To("desk@garok.example"));
    }

    [Fact]
    public async Task Whoever_is_told_is_told_once_though_the_telling_was_cut_off()
    {
        await _association.StartEngineAsync();
        await Desk.ConfirmAsync(Gabon, (await ProposeAsync()).Version, Eunji);
        var writes = 0;
        // The mails are queued, and the pointer is not moved.
        _association.Tables.BeforeTransaction = table => table == LocalDiplomacy.Workflows.Storage.Tables.Missions && ++writes == 1 ? throw new Azure.RequestFailedException(503, "away") : Task.CompletedTask;
        await _association.Get<ReferenceUpkeep>().TryGoOnAsync(_association.Engine);
        Assert.Empty(_association.MailService.Arrived);

        for (var minute = 0; minute < 3; minute++) await _association.Get<ReNudge>().RunAsync(_association.Engine);

        await _association.MailService.NextToAsync(Former);
        await _association.MailService.NextToAsync(New);
        await _association.Get<ReNudge>().RunAsync(_association.Engine);
        Assert.Single(_association.MailService.To(Former));
        Assert.Single(_association.MailService.To(New));
    }

    [Fact]
    public async Task The_first_address_takes_two_as_well_and_only_it_is_told()
    {
        await _association.StartEngineAsync();
        var france = new MissionId("FR");
        var proposal = Assert.IsType<ContactResult.Done>(await Desk.ProposeAsync(france, "chancellerie@france.example", "First address", Seoyeon)).Standing.Version;
        Assert.IsType<ContactResult.Refused>(await Desk.ConfirmAsync(france, proposal, Seoyeon));
        await Desk.ConfirmAsync(france, proposal, Eunji);
        await _association.Get<ReferenceUpkeep>().TryGoOnAsync(_association.Engine);

        await _association.MailService.NextToAsync("chancellerie@france.example");
        Assert.DoesNotContain(_association.MailService.Arrived, mail => mail.Subject == nameof(ContactMail.ToFormerAddress));
    }

    [Fact]
    public async Task After_seven_days_nobody_can_confirm_it_and_another_can_be_proposed()
    {
        var proposal = (await ProposeAsync()).Version;
        _association.Clock.Advance(ContactDesk.ProposalLasts);

        Assert.Equal(ContactRefusal.ProposalExpired, Assert.IsType<ContactResult.Refused>(await Desk.ConfirmAsync(Gabon, proposal, Eunji)).Why);
        Assert.NotEqual(proposal, (await ProposeAsync()).Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taken_back_or_turned_down_it_is_over(bool byProposer)
    {
        var proposal = (await ProposeAsync()).Version;
        var by = byProposer ? Seoyeon : Eunji;

        Assert.Null(Assert.IsType<ContactResult.Done>(await Desk.WithdrawAsync(Gabon, proposal, by)).Standing.Row.Waiting);
        Assert.IsType<ContactResult.Done>(await Desk.WithdrawAsync(Gabon, proposal, by));
        Assert.Equal(ContactRefusal.ProposalIsOver, Assert.IsType<ContactResult.Refused>(await Desk.ConfirmAsync(Gabon, proposal, Eunji)).Why);
    }

    [Fact]
    public async Task One_waits_at_a_time_and_the_one_on_file_cannot_be_proposed()
    {
        var first = await ProposeAsync();

        Assert.Equal(first.Version, (await ProposeAsync()).Version);
        Assert.Equal(ContactRefusal.ProposalWaits, Assert.IsType<ContactResult.Refused>(await Desk.ProposeAsync(Gabon, "other@gabon.example", "x", Seoyeon)).Why);
        Assert.Equal(ContactRefusal.ProposalWaits, Assert.IsType<ContactResult.Refused>(await Desk.ProposeAsync(Gabon, New, "x", Eunji)).Why);
        Assert.Equal(ContactRefusal.AddressIsOnFile, Assert.IsType<ContactResult.Refused>(await Desk.ProposeAsync(new("DO"), "REVIEW@dominican.example", "x", Seoyeon)).Why);
    }

    [Fact]
    public async Task A_confirmation_said_again_is_answered_again_and_another_number_is_refused()
    {
        var proposal = (await ProposeAsync()).Version;

        Assert.Equal(ContactRefusal.ProposalIsOver, Assert.IsType<ContactResult.Refused>(await Desk.ConfirmAsync(Gabon, proposal + 1, Eunji)).Why);
        Assert.IsType<ContactResult.Done>(await Desk.ConfirmAsync(Gabon, proposal, Eunji));
        Assert.IsType<ContactResult.Done>(await Desk.ConfirmAsync(Gabon, proposal, Eunji));
        Assert.Equal(3, (await _association.Get<ReferenceDesk>().HistoryAsync(ReferenceKind.Missions, Gabon.Value)).Count);
    }

    [Fact]
    public async Task Two_who_confirm_and_withdraw_at_once_do_one_of_the_two()
    {
        var proposal = (await ProposeAsync()).Version;

        var results = await Task.WhenAll(Task.Run(() => Desk.ConfirmAsync(Gabon, proposal, Eunji)), Task.Run(() => Desk.WithdrawAsync(Gabon, proposal, Seoyeon)));

        Assert.Single(results.OfType<ContactResult.Done>());
        Assert.Equal(ContactRefusal.ProposalIsOver, Assert.Single(results.OfType<ContactResult.Refused>()).Why);
    }

    [Theory]
    [InlineData("", "r", "address", FieldFault.Missing)]
    [InlineData("gabon", "r", "address", FieldFault.Malformed)]
    [InlineData("a@b.example, c@d.example", "r", "address", FieldFault.Malformed)]
    [InlineData("=x@b.example", "r", "address", FieldFault.LooksLikeFormula)]
    [InlineData("a@b.example", " ", "reason", FieldFault.Missing)]
    public async Task What_is_wrong_with_a_proposal_is_said_by_field(string address, string reason, string field, FieldFault fault) =>
        Assert.Equal(new FieldProblem(field, fault), Assert.Single(Assert.IsType<ContactResult.Unreadable>(await Desk.ProposeAsync(Gabon, address, reason, Seoyeon)).Problems));

    [Fact]
    public async Task An_edit_or_a_file_leaves_a_proposal_waiting()
    {
        var proposal = (await ProposeAsync()).Version;
        var reference = _association.Get<ReferenceDesk>();
        await reference.ReplaceAsync(Gabon, MissionForm.Of((await reference.FindAsync(Gabon))!.Row) with { Language = "en" }, null, null, Seoyeon);

        Assert.Equal(new EmailAddress(New), Assert.IsType<ContactResult.Done>(await Desk.ConfirmAsync(Gabon, proposal, Eunji)).Standing.Row.Contact);
    }

    private async Task<Standing<Mission>> ProposeAsync() =>
        Assert.IsType<ContactResult.Done>(await Desk.ProposeAsync(Gabon, New, "Note verbale 118/2026", Seoyeon)).Standing;
}
