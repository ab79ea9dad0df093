using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Register;

/// <summary>Ties that were concluded before come in a file: all of its lines or none, and the same file changes nothing again.</summary>
public sealed class ImportingTies : IAsyncLifetime
{
    private const string Header = "kind,place,counterparty,country,date,fields";
    private static readonly Author Desk = new("p9", "Lee Seo-yeon");
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Lines_become_entries_in_their_order_under_dense_numbers()
    {
        var read = await ReadAsync($"{Header}\n자매결연,경상북도,Libreville,가봉,2001. 5. 4.,문화·예술;관광\nFriendship,부산광역시 중구,블라디보스토크,RU,1992-06-30,\n");

        Assert.True(read.IsWritten);
        Assert.Equal([RegisterNumber.Of(2026, 1), RegisterNumber.Of(2026, 2)], read.Lines.Select(line => line.Number));
        var first = Assert.Single((await BookAsync()).Of(RegisterNumber.Of(2026, 1)));
        Assert.Equal((RegisterCause.Imported, MouKind.Sisterhood, "47", "GA", "AFRICA_MIDDLE_EAST"), (first.Cause, first.Tie.Kind, first.Tie.Office.Value, first.Tie.Counterparty.Country, first.Tie.Region));
        Assert.Equal(new DateOnly(2001, 5, 4), first.Tie.SignedOn);
        Assert.Equal([CooperationField.CultureAndArts, CooperationField.Tourism], first.Tie.Fields);
        Assert.Equal("26-중구", Assert.Single((await BookAsync()).Of(RegisterNumber.Of(2026, 2))).Tie.Office.Value);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_also_in_other_words()
    {
        await ReadAsync($"{Header}\n자매결연,경상북도,Libreville,가봉,2001. 5. 4.,관광\n");
        var before = await BookAsync();

        var again = await RunAsync($"{Header}\nSisterhood,47,LIBREVILLE,Gabon,2001-05-04,Tourism\n자매결연,47-안동시,Port-Gentil,GA,2003-05-04,\n");

        // A city's name in other letters is the same city, but not the same words: it is told, not taken.
        Assert.Equal(before.Sequence, (await BookAsync()).Sequence);
        Assert.Contains(Refused(again), problem => problem is { Line: 2, Fault: FieldFault.RegisteredAlready });
        Assert.False((await ReadAsync($"{Header}\nSisterhood,47,Libreville,Gabon,2001-05-04,Tourism\n")).IsWritten);
    }

    [Fact]
    public async Task Each_file_that_changed_something_is_listed_with_its_author_its_hash_and_its_lines()
    {
        var file = $"{Header}\n자매결연,경상북도,Libreville,가봉,2001. 5. 4.,관광\n";
        await ReadAsync(file);
        await ReadAsync(file);
        await ReadAsync($"number,{Header}\n2026-0001,Sisterhood,47,Libreville,Gabon,2001-05-05,Tourism\n,Sisterhood,47,Port-Gentil,Gabon,2003-05-04,Tourism\n");

        var imports = (await BookAsync()).Imports;
        Assert.Equal([(1, 0, 1), (1, 1, 2)], imports.Select(import => (import.Added, import.Corrected, import.File!.Lines)));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(file))), imports[0].File!.Sha256);
        Assert.All(imports, import => Assert.Equal("Lee Seo-yeon", import.By.Name));
        Assert.Equal([RegisterNumber.Of(2026, 1), RegisterNumber.Of(2026, 2)], imports.Select(import => import.First!.Value));
    }

    [Fact]
    public async Task Looking_at_a_file_writes_nothing()
    {
        var read = Assert.IsType<RegisterImportResult.Read>(await RunAsync($"{Header}\n자매결연,경상북도,Libreville,GA,2001-05-04,\n", write: false));

        Assert.Equal((1, false), (read.Of(LineOutcome.New), read.IsWritten));
        Assert.Equal(0, (await BookAsync()).Count);
    }

    [Theory]
    [InlineData("애인,경상북도,Libreville,GA,2001-05-04,", "kind", FieldFault.Unknown)]
    [InlineData(",경상북도,Libreville,GA,2001-05-04,", "kind", FieldFault.Missing)]
    [InlineData("자매결연,,Libreville,GA,2001-05-04,", "place", FieldFault.Missing)]
    [InlineData("자매결연,없는군,Libreville,GA,2001-05-04,", "place", FieldFault.NoSuchLocalGovernment)]
    [InlineData("자매결연,중구,Libreville,GA,2001-05-04,", "place", FieldFault.SeveralOfThisName)]
    [InlineData("자매결연,성남시 분당구,Libreville,GA,2001-05-04,", "place", FieldFault.NotALocalGovernment)]
    [InlineData("자매결연,제물포구,Libreville,GA,2001-05-04,", "place", FieldFault.NotThereThen)]
    [InlineData("자매결연,경상북도,,GA,2001-05-04,", "counterparty", FieldFault.Missing)]
    [InlineData("자매결연,경상북도,=HYPERLINK(1),GA,2001-05-04,", "counterparty", FieldFault.LooksLikeFormula)]
    [InlineData("자매결연,경상북도,Libreville,ZZ,2001-05-04,", "country", FieldFault.Unknown)]
    [InlineData("자매결연,경상북도,Libreville,KR,2001-05-04,", "country", FieldFault.Unknown)]
    [InlineData("자매결연,경상북도,Libreville,,2001-05-04,", "country", FieldFault.Missing)]
    [InlineData("자매결연,경상북도,Libreville,GA,,", "date", FieldFault.Missing)]
    [InlineData("자매결연,경상북도,Libreville,GA,4 May 2001,", "date", FieldFault.Malformed)]
    [InlineData("자매결연,경상북도,Libreville,GA,2001-02-30,", "date", FieldFault.Malformed)]
    [InlineData("자매결연,경상북도,Libreville,GA,2127-05-04,", "date", FieldFault.DayNotPossible)]
    [InlineData("자매결연,경상북도,Libreville,GA,0201-05-04,", "date", FieldFault.DayNotPossible)]
    [InlineData("자매결연,경상북도,Libreville,GA,2001-05-04,관광;사랑", "fields", FieldFault.Unknown)]
    [InlineData("자매결연,경상북도,Libreville,GA,2001-05-04", null, FieldFault.WrongCellCount)]
    [InlineData("자매결연,경상북도,\"Libreville,GA,2001-05-04,", null, FieldFault.NotCsv)]
    public async Task A_bad_line_is_told_by_line_and_column_and_nothing_of_the_file_is_taken(string line, string? column, FieldFault fault)
    {
        var result = await RunAsync($"{Header}\n우호협력,경상북도,Franceville,GA,2001-05-04,\n{line}\n");

        var problem = Assert.Single(Refused(result));
        Assert.Equal((3, column, fault), (problem.Line, problem.Column, problem.Fault));
        Assert.Equal(0, (await BookAsync()).Count);
    }

    [Fact]
    public async Task Every_bad_line_is_told_at_once()
    {
        var result = await RunAsync($"{Header},until\n자매결연,경상북도,A,GA,2001-05-04,,1999-01-01\n자매결연,중구,B,XX,2001-05-04,,\n자매결연,경상북도,C,GA,2001-05-04,,\n자매결연,경상북도,C,GA,2001-05-04,,\n");

        Assert.Equal(
            [(2, "until", FieldFault.EndsBeforeStart), (3, "place", FieldFault.SeveralOfThisName), (3, "country", FieldFault.Unknown), (5, "counterparty", FieldFault.Duplicate)],
            Refused(result).Select(problem => (problem.Line, problem.Column, problem.Fault)));
    }

    [Theory]
    [InlineData("", FieldFault.Missing)]
    [InlineData("kind,place\n", FieldFault.ColumnMissing)]
    [InlineData(Header + "\n", FieldFault.Missing)]
    [InlineData(Header + ",mood\n", FieldFault.ColumnUnknown)]
    public async Task A_file_that_is_none_is_told_at_its_first_line(string file, FieldFault fault) =>
        Assert.Contains(Refused(await RunAsync(file)), problem => problem.Line == 1 && problem.Fault == fault);

    [Fact]
    public async Task Bytes_that_are_no_text_are_told() => Assert.Equal(
        FieldFault.NotUtf8, Assert.Single(Refused(await _association.Get<RegisterImport>().RunAsync([0x6b, 0xb0, 0xa1], true, null, Desk))).Fault);

    [Fact]
    public async Task A_line_with_a_number_corrects_that_tie_and_keeps_what_it_does_not_name()
    {
        await ReadAsync($"{Header},title_ko\n자매결연,경상북도,Librevile,GA,2001-05-04,관광,자매결연 협정\n");

        var read = await ReadAsync("number,kind,place,counterparty,country,date\n2026-0001,자매결연,경상북도,Libreville,GA,2001-05-04\n");

        Assert.Equal(1, read.Of(LineOutcome.Correction));
        var entries = (await BookAsync()).Of(RegisterNumber.Of(2026, 1));
        Assert.Equal([(RegisterCause.Imported, "Librevile"), (RegisterCause.Corrected, "Libreville")], entries.Select(entry => (entry.Cause, entry.Tie.Counterparty.Name.In(Language.English))));
        Assert.Equal(("자매결연 협정", CooperationField.Tourism), (entries[^1].Tie.Title.In(Language.Korean), Assert.Single(entries[^1].Tie.Fields)));
        Assert.Equal(FieldFault.NoSuchEntry, Assert.Single(Refused(await RunAsync("number,kind,place,counterparty,country,date\n2026-0099,자매결연,경상북도,A,GA,2001-05-04\n"))).Fault);
    }

    [Fact]
    public async Task An_exported_register_comes_back_without_a_change_and_cannot_change_a_case()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);
        await _association.Get<EnterCase>().RunAsync(mou.Id);
        await ReadAsync($"{Header},reference,until\n자매결연,경상북도,\"Ville de \"\"L\"\", Gabon\",GA,2001-05-04,관광,R-1,2010-01-01\n");
        var view = await _association.Get<PublicRegister>().ReadAsync();
        var file = RegisterFile.Write(view, view.Search.Find(new()));

        var read = Assert.IsType<RegisterImportResult.Read>(await _association.Get<RegisterImport>().RunAsync(file, true, null, Desk));
        var changed = Encoding.UTF8.GetString(file).Replace("Ville de Libreville", "Ville d’Oyem", StringComparison.Ordinal);

        Assert.Equal((2, false), (read.Of(LineOutcome.Unchanged), read.IsWritten));
        Assert.Equal(FieldFault.ComesFromACase, Assert.Single(Refused(await RunAsync(changed))).Fault);
    }

    [Fact]
    public async Task What_was_imported_with_a_last_day_is_over_on_the_day_after_it()
    {
        await ReadAsync($"{Header},until\n자매결연,경상북도,Libreville,GA,2001-05-04,관광,2026-11-03\n");
        async Task<RegisterStatus> StatusAsync() => Assert.Single((await _association.Get<PublicRegister>().ReadAsync()).Search.Find(new())).Tie.Status;
        Assert.Equal(RegisterStatus.InEffect, await StatusAsync());

        _association.Clock.AdvanceTo(new DateTimeOffset(2026, 11, 4, 0, 0, 1, TimeSpan.FromHours(9)));

        Assert.Equal(RegisterStatus.Expired, await StatusAsync());
        Assert.False((await ReadAsync($"{Header},until\n자매결연,경상북도,Libreville,GA,2001-05-04,관광,2026-11-03\n")).IsWritten);
        var view = await _association.Get<PublicRegister>().ReadAsync();
        Assert.Equal(1, (await ReadAsync(Encoding.UTF8.GetString(RegisterFile.Write(view, view.Search.Find(new()))))).Of(LineOutcome.Unchanged));
        Assert.Single((await BookAsync()).All);
    }

    [Fact]
    public async Task Two_thousand_lines_are_one_record_that_is_read_back_whole()
    {
        var file = new StringBuilder(Header + ",reference\n");
        for (var i = 0; i < 2000; i++) file.Append(System.Globalization.CultureInfo.InvariantCulture, $"우호협력,경상북도,Ville {i},GA,{1990 + i % 36}-05-04,관광;문화,R-{i}\n");

        await ReadAsync(file.ToString());

        using var other = new RegisterBook(_association.Get<LocalDiplomacy.Workflows.Storage.Tables>(), _association.Get<Azure.Storage.Blobs.BlobServiceClient>(), _association.Clock);
        var read = await other.LoadAsync();
        Assert.Equal((1, 2000), (read.Sequence, read.Count));
        Assert.Equal("Ville 1999", read.Of(RegisterNumber.Of(2026, 2000))[0].Tie.Counterparty.Name.In(Language.English));
        Assert.False((await ReadAsync(file.ToString())).IsWritten);
    }

    private Task<RegisterImportResult> RunAsync(string file, bool write = true) =>
        _association.Get<RegisterImport>().RunAsync(Encoding.UTF8.GetBytes(file), write, "List of the association", Desk);

    private async Task<RegisterImportResult.Read> ReadAsync(string file) => await RunAsync(file) switch
    {
        RegisterImportResult.Read read => read,
        var refused => throw new InvalidOperationException(string.Join(", ", Refused(refused))),
    };

    private static IReadOnlyList<SheetProblem> Refused(RegisterImportResult result) => Assert.IsType<RegisterImportResult.Refused>(result).Problems;

    private Task<RegisterState> BookAsync() => _association.Get<RegisterBook>().LoadAsync();
}
