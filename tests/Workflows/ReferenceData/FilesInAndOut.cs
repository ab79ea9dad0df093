using System.Text;
using Azure;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

public sealed class FilesInAndOut : IAsyncLifetime
{
    private static readonly Author Seoyeon = new("desk", "Lee Seo-yeon");
    private readonly Association _association = new();

    public static TheoryData<ReferenceKind> Kinds => [.. Enum.GetValues<ReferenceKind>()];

    private ReferenceDesk Desk => _association.Get<ReferenceDesk>();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_export_imported_unchanged_changes_nothing(ReferenceKind kind)
    {
        var file = await Desk.ExportAsync(kind);

        var read = Assert.IsType<ImportResult.Read>(await ImportAsync(kind, file));

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal((0, 0, 1), (read.Added, read.Changed, read.Revision));
        Assert.True(read.Unchanged > 100);
        Assert.Equal(file, await Desk.ExportAsync(kind));
        Assert.Single(await Desk.HistoryAsync(kind, null));
    }

    [Theory]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\n")]
    public async Task A_spreadsheets_other_separators_are_read_too(char separator, string lineEnd)
    {
        var text = Encoding.UTF8.GetString(await Desk.ExportAsync(ReferenceKind.LocalGovernments)).Replace(',', separator).Replace("\r\n", lineEnd, StringComparison.Ordinal);

        Assert.Equal(248, Assert.IsType<ImportResult.Read>(await ImportAsync(ReferenceKind.LocalGovernments, Encoding.UTF8.GetBytes(text))).Unchanged);
        Assert.Equal(248, Assert.IsType<ImportResult.Read>(await ImportAsync(ReferenceKind.LocalGovernments, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF'))])).Unchanged);
    }

    [Fact]
    public async Task Every_bad_line_is_named_and_nothing_of_the_file_is_taken()
    {
        var result = await ImportAsync(ReferenceKind.LocalGovernments, """
            id,level,parent,type,name_ko,name_en,valid_from
            47-새시,2,47,City,새시,Sae-si,
            41-분당구,2,41,AutonomousDistrict,분당구,Bundang-gu,
            47-헌시,two,47,City,헌시,,
            47-새시,2,47,Town,새시,Sae-si,2027-13-01
            48-남시,2,49-없음,City,남시,Nam-si,
            47-다시,2,47,City,다시
            """);

        var problems = Assert.IsType<ImportResult.Refused>(result).Problems;
        Assert.Equal(
            [
                (3, "name_ko", FieldFault.NotALocalGovernment), (4, "level", FieldFault.Malformed), (4, "name_en", FieldFault.Missing),
                (5, "valid_from", FieldFault.Malformed), (5, "type", FieldFault.Unknown), (5, "id", FieldFault.Duplicate), (6, "parent", FieldFault.Unknown), (7, null, FieldFault.WrongCellCount),
            ],
            problems.Select(problem => (problem.Line, problem.Column, problem.Fault)));
        Assert.Equal("분당구", problems[0].Value);
        Assert.Null(await Desk.FindAsync(new LocalGovernmentId("47-새시")));
        Assert.Single(await Desk.HistoryAsync(ReferenceKind.LocalGovernments, null));
    }

    [Theory]
    [InlineData("id,level\n47,1", 1, FieldFault.ColumnMissing)]
    [InlineData("", 1, FieldFault.Missing)]
    [InlineData("id,level,parent,type,name_ko,name_en,colour\n", 1, FieldFault.ColumnUnknown)]
    [InlineData("id,level,parent,type,name_ko,name_en\n47,1,,Province,\"경상북도,Gyeongbuk\n", 2, FieldFault.NotCsv)]
    public async Task A_file_of_another_form_says_so(string text, int line, FieldFault fault)
    {
        var problems = Assert.IsType<ImportResult.Refused>(await ImportAsync(ReferenceKind.LocalGovernments, text)).Problems;

        Assert.Contains(problems, problem => problem.Line == line && problem.Fault == fault);
    }

    [Fact]
    public async Task Koreas_older_encoding_is_told_from_UTF8()
    {
        // "경상북도" in code page 949.
        var problems = Assert.IsType<ImportResult.Refused>(await ImportAsync(ReferenceKind.LocalGovernments, [0xB0, 0xE6, 0xBB, 0xF3, 0xBA, 0xCF, 0xB5, 0xB5])).Problems;

        Assert.Equal(FieldFault.NotUtf8, Assert.Single(problems).Fault);
    }

    [Fact]
    public async Task A_check_shows_the_differences_and_writes_nothing()
    {
        var file = await EditedAsync("Andong-si", "Andong City");

        var read = Assert.IsType<ImportResult.Read>(await Desk.ImportAsync(ReferenceKind.LocalGovernments, file, write: false, null, null, Seoyeon));

        Assert.Equal((0, 1, 247), (read.Added, read.Changed, read.Unchanged));
        Assert.Equal(new CellDifference("name_en", "Andong-si", "Andong City"), Assert.Single(Assert.Single(read.Differences).Cells));
        Assert.Equal(file.Length - 2, (await Desk.ExportAsync(ReferenceKind.LocalGovernments)).Length);
    }

    [Fact]
    public async Task What_was_checked_is_not_written_over_what_came_after()
    {
        var file = Encoding.UTF8.GetBytes("id,level,parent,type,name_ko,name_en\n47-안동시,2,47,City,안동시,Andong City");
        var read = Assert.IsType<ImportResult.Read>(await Desk.ImportAsync(ReferenceKind.LocalGovernments, file, write: false, null, null, Seoyeon));
        await RenameAsync("47-경주시", "Gyeongju City");

        Assert.IsType<ImportResult.Stale>(await Desk.ImportAsync(ReferenceKind.LocalGovernments, file, write: true, read.Revision, null, Seoyeon));
    }

    [Fact]
    public async Task A_line_that_somebody_changed_after_the_export_is_refused()
    {
        var file = await EditedAsync("Andong-si", "Andong City");
        await RenameAsync("47-안동시", "City of Andong");

        var problem = Assert.Single(Assert.IsType<ImportResult.Refused>(await ImportAsync(ReferenceKind.LocalGovernments, file)).Problems);

        Assert.Equal(("version", FieldFault.ChangedSinceExport), (problem.Column, problem.Fault));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var file = await EditedAsync("Andong-si", "Andong City");
        Assert.Equal(1, Assert.IsType<ImportResult.Read>(await ImportAsync(ReferenceKind.LocalGovernments, file)).Changed);

        Assert.Equal(0, Assert.IsType<ImportResult.Read>(await ImportAsync(ReferenceKind.LocalGovernments, file)).Changed);
    }

    [Theory]
    [InlineData("review@gabon.example", "elsewhere@attacker.example")]
    [InlineData("review@gabon.example", "")]
    public async Task A_file_cannot_change_where_an_embassys_mail_goes(string former, string another)
    {
        var file = Encoding.UTF8.GetString(await Desk.ExportAsync(ReferenceKind.Missions)).Replace(former, another, StringComparison.Ordinal);

        var problem = Assert.Single(Assert.IsType<ImportResult.Refused>(await ImportAsync(ReferenceKind.Missions, file)).Problems);

        Assert.Equal(("contact", FieldFault.NeedsSecondAdministrator), (problem.Column, problem.Fault));
        Assert.Equal(new EmailAddress(former), (await Desk.FindAsync(new MissionId("GA")))!.Row.Contact);
    }

    [Fact]
    public async Task A_new_mission_comes_by_file_without_an_address_and_not_with_one()
    {
        const string Columns = "id,country_ko,country_en,country_fr,country_es,name_ko,name_en,name_fr,name_es,region,language,contact\n";
        const string Line = "MK,북마케도니아,North Macedonia,Macédoine du Nord,Macedonia del Norte,주한 북마케도니아 대사관,Embassy of North Macedonia,Ambassade de Macédoine du Nord,Embajada de Macedonia del Norte,EUROPE,en,";

        Assert.IsType<ImportResult.Refused>(await ImportAsync(ReferenceKind.Missions, $"{Columns}{Line}x@mk.example"));
        Assert.Equal(1, Assert.IsType<ImportResult.Read>(await ImportAsync(ReferenceKind.Missions, Columns + Line)).Added);
        Assert.Null((await Desk.FindAsync(new MissionId("MK")))!.Row.Contact);
    }

    /// <summary>A hundred and fifty changed lines are two transactions of rows: cut off before, between and after them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_import_that_is_cut_off_is_there_as_a_whole_and_goes_on(int transaction)
    {
        var file = Encoding.UTF8.GetString(await Desk.ExportAsync(ReferenceKind.LocalGovernments)).Replace("-si,", " City,", StringComparison.Ordinal).Replace("-gun,", " County,", StringComparison.Ordinal);
        var changed = Assert.IsType<ImportResult.Read>(await ImportAsync(ReferenceKind.LocalGovernments, file)).Changed;
        var upkeep = _association.Get<ReferenceUpkeep>();
        var written = 0;
        _association.Tables.BeforeTransaction = table => table == Tables.LocalGovernments && ++written == transaction ? throw new RequestFailedException(503, "away") : Task.CompletedTask;
        if (transaction <= 2) await Assert.ThrowsAsync<RequestFailedException>(() => upkeep.GoOnAsync(_association.Engine, default));
        else await upkeep.GoOnAsync(_association.Engine, default);

        // Another process, which never saw the import, reads it whole.
        await HoldsAsync();
        _association.Tables.BeforeTransaction = _ => Task.CompletedTask;
        await upkeep.GoOnAsync(_association.Engine, default);
        await HoldsAsync();
        Assert.Equal(157, changed);

        async Task HoldsAsync()
        {
            using var tables = new ReferenceTables(_association.Get<Tables>(), _association.Clock);
            var names = (await tables.LocalGovernmentsAsync()).Select(row => row.Name.In(Language.English)).ToList();
            Assert.Equal(248, names.Count);
            Assert.DoesNotContain(names, name => name.EndsWith("-si", StringComparison.Ordinal) || name.EndsWith("-gun", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_a_revision_changed_stands_in_the_rows_once_it_is_applied()
    {
        await ImportAsync(ReferenceKind.LocalGovernments, await EditedAsync("Andong-si", "Andong City"));
        var book = _association.Get<ReferenceTables>().Governments;
        Assert.Single((await book.LoadAsync(default)).Tail);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => book.ApplyAsync(null, default)));

        var applied = await book.LoadAsync(default);
        Assert.Equal((0, 2), (applied.Tail.Count, applied.AppliedRevision));
        Assert.Empty(applied.Behind);
    }

    private async Task<byte[]> EditedAsync(string before, string after) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await Desk.ExportAsync(ReferenceKind.LocalGovernments)).Replace(before, after, StringComparison.Ordinal));

    private async Task RenameAsync(string id, string english)
    {
        var form = LocalGovernmentForm.Of((await Desk.FindAsync(new LocalGovernmentId(id)))!.Row);
        form.Name!["en"] = english;
        await Desk.ReplaceAsync(new LocalGovernmentId(id), form, null, null, Seoyeon);
    }

    private Task<ImportResult> ImportAsync(ReferenceKind kind, string text) => ImportAsync(kind, Encoding.UTF8.GetBytes(text));

    private Task<ImportResult> ImportAsync(ReferenceKind kind, byte[] file) => Desk.ImportAsync(kind, file, write: true, null, "A new list", Seoyeon);
}
