using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.People;

/// <summary>What administrators do about people: with a reason, on the record, and never so that nobody could do it any more.</summary>
public sealed class WhoCanSignIn : IAsyncLifetime
{
    private static readonly Author Desk = new("sample-desk", "Lee Seo-yeon");
    private static readonly Author Deputy = new("sample-deputy", "Choi Eun-ji");
    private static readonly PersonForm Clerk = new("한지우", "주무관", "Han@Andong.example", "47-안동시", "Drafter", "ko");
    private static readonly PersonForm NewAdministrator = new("Yoon Ha-eun", "Desk", "yoon@garok.example", null, "Administrator", "en");
    private readonly Association _association = new();

    private PeopleDesk People => _association.Get<PeopleDesk>();

    private PeopleBook Book => _association.Get<PeopleBook>();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Somebody_added_signs_in_and_the_record_says_who_did_it_and_why()
    {
        var added = Done(await People.AddAsync(Clerk, "  Succeeds Park Min-ho ", "once", Desk));

        Assert.Equal((PersonState.Active, 1), (added.State, added.Version));
        Assert.Equal(added.Person, await FindAsync("han@andong.example"));
        var entry = Assert.Single(await Book.ChangesAsync(null, 10));
        Assert.Equal((1, Desk, added.Person.Id, "한지우", PersonDeed.Added, "Succeeds Park Min-ho"), (entry.Number, entry.By, entry.PersonId, entry.Name, entry.What, entry.Reason));
        Assert.Equal(new PersonDifference("address", null, "H•••@Andong.example"), entry.Differences[^1]);
    }

    [Fact]
    public async Task The_same_call_again_adds_nobody_and_another_one_with_the_address_is_told_so()
    {
        var first = Done(await People.AddAsync(Clerk, "New", "once", Desk));

        Assert.Equal(first, Done(await People.AddAsync(Clerk, "New", "once", Desk)));
        Assert.Equal([new("address", FieldFault.AddressInUse)], Problems(await People.AddAsync(Clerk with { Address = "han@andong.EXAMPLE " }, "New", "twice", Desk)));
        Assert.Single(await Book.ChangesAsync(null, 10));
    }

    [Theory]
    [InlineData("name", "", FieldFault.Missing)]
    [InlineData("name", "=cmd", FieldFault.LooksLikeFormula)]
    [InlineData("jobTitle", "a\u0007b", FieldFault.ControlCharacters)]
    [InlineData("address", "nowhere", FieldFault.Malformed)]
    [InlineData("address", null, FieldFault.Missing)]
    [InlineData("memberOf", "99", FieldFault.NoSuchLocalGovernment)]
    [InlineData("role", "King", FieldFault.Unknown)]
    [InlineData("role", "1", FieldFault.Unknown)]
    [InlineData("role", "Administrator", FieldFault.RoleElsewhere)]
    [InlineData("language", "zh", FieldFault.Unknown)]
    [InlineData("reason", " ", FieldFault.Missing)]
    public async Task What_is_wrong_is_named_by_its_field_and_nothing_is_written(string field, string? said, FieldFault fault)
    {
        var form = field switch
        {
            "name" => Clerk with { Name = said },
            "jobTitle" => Clerk with { JobTitle = said },
            "address" => Clerk with { Address = said },
            "memberOf" => Clerk with { MemberOf = said },
            "role" => Clerk with { Role = said },
            "language" => Clerk with { Language = said },
            _ => Clerk,
        };

        Assert.Equal([new(field, fault)], Problems(await People.AddAsync(form, field == "reason" ? said : "New", "once", Desk)));
        Assert.Empty(await Book.ChangesAsync(null, 10));
    }

    [Fact]
    public async Task A_drafter_of_the_association_is_no_choice_either() =>
        Assert.Equal([new("role", FieldFault.RoleElsewhere)], Problems(await People.AddAsync(Clerk with { MemberOf = null }, "New", "once", Desk)));

    [Fact]
    public async Task A_change_holds_at_once_and_a_form_that_is_behind_changes_nothing()
    {
        var added = Done(await People.AddAsync(Clerk, "New", "once", Desk));
        var head = Clerk with { Role = "HeadOfOffice", Language = "en" };

        var changed = Done(await People.ChangeAsync(added.Person.Id, head, 1, "Promoted", Deputy));

        Assert.Equal((PersonRole.HeadOfOffice, Language.English, 2), (changed.Person.Role, changed.Person.Language, changed.Version));
        Assert.Equal(changed.Person, await FindAsync("han@andong.example"));
        Assert.Equal(changed, Done(await People.ChangeAsync(added.Person.Id, head, 1, "Promoted", Deputy)));
        Assert.Equal(2, Assert.IsType<PeopleResult.Stale>(await People.ChangeAsync(added.Person.Id, Clerk with { Name = "Han" }, 1, "Spelling", Desk)).Current.Version);
        Assert.Equal(["role Drafter HeadOfOffice", "language ko en"], (await Book.ChangesAsync(null, 10))[0].Differences.Select(one => $"{one.Field} {one.Before} {one.After}"));
        Assert.IsType<PeopleResult.NotThere>(await People.ChangeAsync("nobody", Clerk, null, "x", Desk));
    }

    [Fact]
    public async Task An_administrator_counts_once_a_second_one_confirms()
    {
        var proposed = Done(await People.AddAsync(NewAdministrator, "A third pair of hands", "once", Desk));

        Assert.Equal(PersonState.Proposed, proposed.State);
        Assert.Null(await FindAsync("yoon@garok.example"));
        Assert.Equal(PeopleRefusal.ProposerCannotConfirm, Refused(await People.ConfirmAsync(proposed.Waiting!.Number, Desk)));
        var confirmed = Done(await People.ConfirmAsync(proposed.Waiting.Number, Deputy));
        Assert.Equal((PersonState.Active, null), (confirmed.State, confirmed.Waiting));
        Assert.Equal(confirmed.Person, await FindAsync("yoon@garok.example"));
        // The second call is answered as the first; another administrator's is not theirs.
        Assert.Equal(confirmed, Done(await People.ConfirmAsync(proposed.Waiting.Number, Deputy)));
        Assert.Equal(PeopleRefusal.ProposalIsOver, Refused(await People.ConfirmAsync(proposed.Waiting.Number, new(confirmed.Person.Id, confirmed.Person.Name))));
        Assert.Equal([PersonDeed.Confirmed, PersonDeed.Proposed], (await Book.ChangesAsync(confirmed.Person.Id, 10)).Select(change => change.What));
    }

    [Fact]
    public async Task Every_other_administrator_is_asked_once_and_nobody_else()
    {
        await _association.StartEngineAsync();
        var proposal = Done(await People.AddAsync(NewAdministrator, "x", "once", Desk)).Waiting!;

        await _association.Get<PeopleMails>().TellAsync(proposal, _association.Engine);
        await _association.Get<PeopleMails>().TellAsync(proposal, _association.Engine);

        Assert.Equal("PersonProposed", (await _association.MailService.NextToAsync("deputy@garok.example")).Subject);
        Assert.Single(_association.MailService.Arrived);
    }

    [Fact]
    public async Task Who_was_asked_too_late_is_not_asked_at_all()
    {
        await _association.StartEngineAsync();
        var proposal = Done(await People.AddAsync(NewAdministrator, "x", "once", Desk)).Waiting!;
        await People.WithdrawAsync(proposal.Number, Desk);
        await _association.Get<PeopleMails>().TellAsync(proposal, _association.Engine);

        await Patience.UntilAsync(async () => (await _association.Get<MailLedger>().OfCaseAsync(new(MailLedger.Contacts))).Single().State == MailState.Obsolete);
        Assert.Empty(_association.MailService.Arrived);
    }

    [Fact]
    public async Task Whoever_is_to_become_an_administrator_stays_what_they_are_until_then()
    {
        var auditor = new PersonForm("Oh Yoon-seo", "Audit", "auditor@garok.example", null, "Administrator", "ko");

        var waiting = Done(await People.ChangeAsync("sample-auditor", auditor, null, "Needed at the desk", Desk));

        Assert.Equal(PersonRole.Auditor, (await FindAsync("auditor@garok.example"))!.Role);
        Assert.Equal(PeopleRefusal.ChangeWaits, Refused(await People.ChangeAsync("sample-auditor", auditor with { Name = "Oh" }, null, "x", Deputy)));
        Assert.Equal(waiting, Done(await People.ChangeAsync("sample-auditor", auditor, null, "Needed at the desk", Desk)));
        Done(await People.WithdrawAsync(waiting.Waiting!.Number, Deputy));
        Assert.Equal(PeopleRefusal.ProposalIsOver, Refused(await People.ConfirmAsync(waiting.Waiting.Number, Deputy)));
        Assert.Equal(PersonRole.Auditor, (await FindAsync("auditor@garok.example"))!.Role);
    }

    [Fact]
    public async Task A_proposal_that_nobody_confirmed_in_a_week_is_withdrawn_and_leaves_the_address_free()
    {
        var proposed = Done(await People.AddAsync(NewAdministrator, "x", "once", Desk));
        _association.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(PeopleRefusal.ProposalExpired, Refused(await People.ConfirmAsync(proposed.Waiting!.Number, Deputy)));
        Assert.IsType<PeopleResult.Gone>(await People.WithdrawAsync(proposed.Waiting.Number, Desk));
        Assert.IsType<PeopleResult.Gone>(await People.WithdrawAsync(proposed.Waiting.Number, Desk));
        Assert.Null(await Book.FindAsync(proposed.Person.Id));
        Done(await People.AddAsync(NewAdministrator with { Role = "Auditor" }, "x", "again", Desk));
    }

    [Fact]
    public async Task Another_address_takes_two_and_ends_the_sessions_of_the_former()
    {
        var session = await _association.Get<Sessions>().OpenForAsync((await FindAsync("clerk@andong.example"))!, default);
        var form = new PersonForm("Park Min-ho", "Clerk, International Exchange", "park@andong.example", "47-안동시", "Drafter", "ko");
        var proposed = Done(await People.ChangeAsync("sample-andong", form, null, "Has another box", Desk));
        _association.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(await _association.Get<Sessions>().FindAsync(session));
        Done(await People.ConfirmAsync(proposed.Waiting!.Number, Deputy));

        Assert.Null(await _association.Get<Sessions>().FindAsync(session));
        Assert.Null(await FindAsync("clerk@andong.example"));
        Assert.Equal("sample-andong", (await FindAsync("park@andong.example"))!.Id);
        // Somebody else can have the former address, and the program's beginnings give it to nobody.
        await _association.LoadBeginningsAsync();
        Assert.Null(await FindAsync("clerk@andong.example"));
        Assert.NotEqual("sample-andong", Done(await People.AddAsync(Clerk with { Address = "clerk@andong.example" }, "x", "once", Desk)).Person.Id);
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_is_confirmed_for_nobody()
    {
        var form = new PersonForm("Park Min-ho", "Clerk, International Exchange", "han@andong.example", "47-안동시", "Drafter", "ko");
        var proposed = Done(await People.ChangeAsync("sample-andong", form, null, "x", Desk));
        Done(await People.AddAsync(Clerk, "x", "once", Desk));

        Assert.Equal(PeopleRefusal.AddressTakenMeanwhile, Refused(await People.ConfirmAsync(proposed.Waiting!.Number, Deputy)));
        Assert.Equal("sample-andong", (await FindAsync("clerk@andong.example"))!.Id);
    }

    [Fact]
    public async Task Who_goes_is_out_at_once_and_stays_by_name_alone()
    {
        var officer = (await FindAsync("officer@gyeongbuk.example"))!;
        var session = await _association.Get<Sessions>().OpenForAsync(officer, default);

        var ended = Done(await People.EndAsync(officer.Id, "Moved to another office", Desk));

        Assert.Null(await _association.Get<Sessions>().FindAsync(session));
        Assert.Null(await FindAsync("officer@gyeongbuk.example"));
        Assert.Equal(("Kim Ji-young", ""), (ended.Person.Name, ended.Person.Address.Value));
        Assert.DoesNotContain(await _association.Get<PersonRegister>().OfOfficeAsync(officer.Office, default), one => one.Id == officer.Id);
        Assert.Equal(ended, Done(await People.EndAsync(officer.Id, "Again", Deputy)));
        Assert.Single(await Book.ChangesAsync(officer.Id, 10));
        Assert.Equal(PeopleRefusal.AccessEnded, Refused(await People.ChangeAsync(officer.Id, Clerk, null, "x", Desk)));
        await _association.LoadBeginningsAsync();
        Assert.Null(await FindAsync("officer@gyeongbuk.example"));
    }

    [Fact]
    public async Task Nobody_takes_the_role_from_themselves()
    {
        var self = new PersonForm("Lee Seo-yeon", "Desk", "desk@garok.example", null, "Auditor", "ko");

        Assert.Equal(PeopleRefusal.OwnRole, Refused(await People.ChangeAsync(Desk.PersonId, self, null, "Enough", Desk)));
        Assert.Equal(PeopleRefusal.OwnRole, Refused(await People.EndAsync(Desk.PersonId, "Enough", Desk)));
        Assert.Equal("Lee Seo Yeon", Done(await People.ChangeAsync(Desk.PersonId, self with { Role = "Administrator", Name = "Lee Seo Yeon" }, null, "Spelling", Desk)).Person.Name);
    }

    [Fact]
    public async Task Of_two_administrators_who_end_each_other_at_once_one_remains()
    {
        var results = await Task.WhenAll(People.EndAsync(Deputy.PersonId, "x", Desk), People.EndAsync(Desk.PersonId, "x", Deputy));

        Assert.Single(results.OfType<PeopleResult.Done>());
        Assert.Equal(PeopleRefusal.NoAdministrator, Assert.Single(results.OfType<PeopleResult.Refused>()).Why);
        Assert.Single((await _association.Get<PersonRegister>().OfOfficeAsync(null, default)), one => one.Role == PersonRole.Administrator);
    }

    [Theory]
    [InlineData("sample-operator")]
    [InlineData("sample-auditor")]
    [InlineData("sample-gyeongbuk-head")]
    [InlineData("nobody")]
    public async Task Nobody_else_changes_anything(string id)
    {
        Assert.Equal(PeopleRefusal.NoAdministrator, Refused(await People.AddAsync(Clerk, "x", "once", new(id, "Somebody"))));
        Assert.Equal(PeopleRefusal.NoAdministrator, Refused(await People.EndAsync("sample-andong", "x", new(id, "Somebody"))));
        Assert.Empty(await Book.ChangesAsync(null, 10));
    }

    [Fact]
    public async Task Many_at_once_are_all_written_each_under_a_number_of_its_own()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => People.AddAsync(Clerk with { Address = $"p{i}@andong.example" }, "x", $"key {i}", i % 2 == 0 ? Desk : Deputy)));

        Assert.Equal(8, results.OfType<PeopleResult.Done>().Count());
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], (await Book.ChangesAsync(null, 10)).Select(change => change.Number));
        Assert.Equal([4, 3], (await Book.ChangesAsync(null, 2, before: 5)).Select(change => change.Number));
    }

    [Theory]
    [InlineData("jiyoung", "")]
    [InlineData("ji-young", "Kim Ji-young")]
    [InlineData("KWON soo", "Kwon Soo-jin")]
    [InlineData("안동 clerk", "Park Min-ho,Ryu Sang-woo")]
    [InlineData("경상북도 officer@", "Kim Ji-young")]
    [InlineData("ㅇㄷ council", "Ryu Sang-woo")]
    [InlineData("Audit", "Oh Yoon-seo")]
    public async Task Somebody_is_found_by_any_part_of_what_is_known(string words, string names)
    {
        var offices = (await _association.Get<ReferenceTables>().LocalGovernmentsAsync()).ToDictionary(one => one.Id);

        var found = PeopleSearch.Find(await Book.AllAsync(), words, offices).Select(one => one.Person.Name).Order(StringComparer.Ordinal);

        Assert.Equal(names, string.Join(',', found));
    }

    private Task<Person?> FindAsync(string address) => _association.Get<PersonRegister>().FindAsync(new EmailAddress(address), default);

    private static PersonStanding Done(PeopleResult result) => Assert.IsType<PeopleResult.Done>(result).Standing;

    private static IReadOnlyList<FieldProblem> Problems(PeopleResult result) => Assert.IsType<PeopleResult.Unreadable>(result).Problems;

    private static PeopleRefusal Refused(PeopleResult result) => Assert.IsType<PeopleResult.Refused>(result).Why;
}
