using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.OfficePortal;

public sealed class ReadingDrafts : IClassFixture<ReadingDrafts.LoadedAssociation>
{
    private readonly DraftReader _reader;

    public ReadingDrafts(LoadedAssociation loaded) => _reader = loaded.Reader;

    [Fact]
    public async Task A_complete_form_is_read()
    {
        var read = Assert.IsType<DraftReading.Readable>(await _reader.ReadAsync(Complete()));

        Assert.Equal(MouKind.Friendship, read.Particulars.Kind);
        Assert.Equal(new MissionId("GA"), read.Particulars.Mission);
        Assert.Equal([Language.Korean, Language.French], read.Text.Languages);
        Assert.Equal("Les parties coopèrent.", read.Text.Clauses[0].Body.In(Language.French));
    }

    [Fact]
    public async Task An_empty_form_names_each_field_that_is_missing()
    {
        var problems = await ProblemsAsync(new(null, null, null, null, null, null, null, null));

        Assert.Equal(
            ["kind", "languages", "counterparty.name", "counterparty.country", "mission", "fields", "clauses"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Equal(FieldFault.Missing, problem.Fault));
    }

    public static TheoryData<string, FieldFault, DraftForm> Faults => new()
    {
        { "kind", FieldFault.Unknown, Complete() with { Kind = "Treaty" } },
        { "kind", FieldFault.Unknown, Complete() with { Kind = "1" } },
        { "fields[0]", FieldFault.Unknown, Complete() with { Fields = ["War"] } },
        { "fields[1]", FieldFault.Duplicate, Complete() with { Fields = ["Sport", "sport"] } },
        { "mission", FieldFault.Unknown, Complete() with { Mission = "XX" } },
        { "counterparty.country", FieldFault.Unknown, Complete() with { Counterparty = Party("ZZ") } },
        { "counterparty.country", FieldFault.CountryOutsideMission, Complete() with { Counterparty = Party("FR") } },
        { "counterparty.name", FieldFault.Missing, Complete() with { Counterparty = new(null, "GA", null) } },
        { "counterparty.name.fr", FieldFault.TooLong, Complete() with { Counterparty = new(new() { ["fr"] = new('x', 201) }, "GA", null) } },
        { "languages", FieldFault.TooFewLanguages, Complete() with { Languages = ["ko"] } },
        { "languages", FieldFault.TooManyLanguages, Complete() with { Languages = ["ko", "fr", "en", "es"] } },
        { "languages[1]", FieldFault.Duplicate, Complete() with { Languages = ["ko", "ko"] } },
        { "languages[1]", FieldFault.Unknown, Complete() with { Languages = ["ko", "xx"] } },
        { "prevailingLanguage", FieldFault.NotInLanguages, Complete() with { PrevailingLanguage = "en" } },
        { "title.fr", FieldFault.LanguageVersionMissing, Complete() with { Title = new() { ["ko"] = "제목", ["fr"] = " " } } },
        { "title.fr", FieldFault.TooLong, Complete() with { Title = new() { ["ko"] = "제목", ["fr"] = new('x', 301) } } },
        { "title.en", FieldFault.NotInLanguages, Complete() with { Title = new() { ["ko"] = "제목", ["fr"] = "Titre", ["en"] = "Title" } } },
        { "clauses[0].heading.ko", FieldFault.LanguageVersionMissing, Complete() with { Clauses = [new(new() { ["fr"] = "But" }, Body("a", "b"))] } },
        { "clauses[1].body.fr", FieldFault.LanguageVersionMissing, Complete() with { Clauses = [Clause(), new(Body("a", "b"), new() { ["ko"] = "가" })] } },
        { "clauses[0].body.fr", FieldFault.ControlCharacters, Complete() with { Clauses = [new(Body("a", "b"), Body("가", "a\u0000b"))] } },
        { "clauses[0].body.fr", FieldFault.ControlCharacters, Complete() with { Clauses = [new(Body("a", "b"), Body("가", "half \ud800 a character"))] } },
        { "clauses[0].heading.fr", FieldFault.TooLong, Complete() with { Clauses = [new(Body("a", new('x', 201)), Body("가", "b"))] } },
        { "term.from", FieldFault.Malformed, Complete() with { Term = new("1.2.2027", 60, null, null) } },
        { "term.months", FieldFault.Malformed, Complete() with { Term = new(null, 0, null, null) } },
        { "term.months", FieldFault.Malformed, Complete() with { Term = new(null, 1201, null, null) } },
        { "term.months", FieldFault.Missing, Complete() with { Term = new(null, null, null, new(60, 6)) } },
        { "term.endsOn", FieldFault.EndsBeforeStart, Complete() with { Term = new("2027-03-01", null, "2027-02-28", null) } },
        { "term.renewal.months", FieldFault.Missing, Complete() with { Term = new(null, 60, null, new(null, 6)) } },
        { "term.renewal.noticeMonths", FieldFault.Malformed, Complete() with { Term = new(null, 60, null, new(60, -1)) } },
        { "clauses", FieldFault.TooMany, Complete() with { Clauses = [.. Enumerable.Repeat(Clause(), 201)] } },
        { "clauses", FieldFault.TextTooLong, Complete() with { Clauses = [new(Body("a", "b"), Body(new('가', 150_000), new('x', 50_001)))] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_is_named_with_its_field(string field, FieldFault fault, DraftForm form) =>
        Assert.Contains(new FieldProblem(field, fault), await ProblemsAsync(form));

    [Fact]
    public async Task A_text_of_exactly_the_limit_is_read()
    {
        var form = Complete();
        var rest = form.Title!.Values.Sum(title => title.Length) + 2;
        form = form with { Clauses = [new(Body("a", "b"), Body(new('가', 100_000), new('x', 100_000 - rest)))] };

        Assert.IsType<DraftReading.Readable>(await _reader.ReadAsync(form));
    }

    [Fact]
    public async Task The_delegation_of_the_union_stands_for_each_member()
    {
        Assert.IsType<DraftReading.Readable>(await _reader.ReadAsync(Complete() with { Mission = "eu", Counterparty = Party("lu") }));
        Assert.Contains(
            new FieldProblem("counterparty.country", FieldFault.CountryOutsideMission),
            await ProblemsAsync(Complete() with { Mission = "EU", Counterparty = Party("GB") }));
    }

    [Fact]
    public async Task A_term_is_read_with_its_renewal_and_an_empty_one_means_no_end()
    {
        Assert.Equal(
            new Term(new DateOnly(2027, 1, 1), 60, null, new(24, 6)),
            (await ReadAsync(Complete() with { Term = new("2027-01-01", 60, "", new(24, 6)) })).Term);
        Assert.Equal(new Term(null, null, new DateOnly(2031, 12, 31), null), (await ReadAsync(Complete() with { Term = new(null, null, "2031-12-31", null) })).Term);
        Assert.Null((await ReadAsync(Complete() with { Term = new("", null, null, new(null, null)) })).Term);
    }

    private async Task<Particulars> ReadAsync(DraftForm form) =>
        Assert.IsType<DraftReading.Readable>(await _reader.ReadAsync(form)).Particulars;

    private async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(DraftForm form) =>
        Assert.IsType<DraftReading.Unreadable>(await _reader.ReadAsync(form)).Problems;

    private static DraftForm Complete() => new(
        "Friendship", Body("우호협력 양해각서", "Protocole d’entente"), Party("GA"), "GA", ["CultureAndArts"], ["ko", "fr"], null, [Clause()]);

    private static CounterpartyForm Party(string country) => new(new() { ["fr"] = "Ville de Libreville" }, country, null);

    private static ClauseForm Clause() => new(Body("목적", "But"), Body("협력한다.", "Les parties coopèrent.  \r\n"));

    private static Dictionary<string, string> Body(string korean, string french) => new() { ["ko"] = korean, ["fr"] = french };

    public sealed class LoadedAssociation : IAsyncLifetime
    {
        private readonly Association _association = new();

        public DraftReader Reader => _association.Get<DraftReader>();

        public Task InitializeAsync() => _association.LoadBeginningsAsync();

        public async Task DisposeAsync() => await _association.DisposeAsync();
    }
}
