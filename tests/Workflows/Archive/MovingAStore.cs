using System.Net;
using System.Text;
using Azure.Data.Tables;
using LocalDiplomacy.Azurite;
using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Signing;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Archive;

public sealed class MovingAStore : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("moving-");
    private readonly Association _here = new();

    public Task InitializeAsync() => _here.LoadBeginningsAsync();

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task From_a_file_to_Azurite_and_back_it_is_the_same_byte_for_byte()
    {
        await FillAsync();
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(_folder.FullName, "azurite")));
        await using var there = new Association(store: azurite.ConnectionString);
        await using var back = new Association();

        var exported = await ExportAsync(_here, "here");
        var imported = await ImportAsync(there, "here");
        await ExportAsync(there, "there");
        await ImportAsync(back, "there");
        await ExportAsync(back, "back");

        Assert.Equal(exported.Parts, imported.Archive.Parts);
        Assert.All(exported.Parts, part => Assert.True(part.Count > 0, $"{part.Name} was not tried"));
        Assert.Equal(await BytesAsync("here"), await BytesAsync("there"));
        Assert.Equal(await BytesAsync("here"), await BytesAsync("back"));
    }

    [Fact]
    public async Task Cases_are_what_they_were()
    {
        await FillAsync();
        var mou = await _here.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns);
        await using var there = new Association();

        await ExportAsync(_here, "here");
        await ImportAsync(there, "here");

        Assert.Equal(StoredJson.Of(await _here.Cases.FindAsync(mou.Id)), StoredJson.Of(await there.Cases.FindAsync(mou.Id)));
        Assert.Equal(StoredJson.Of(await _here.Cases.HistoryAsync(mou.Id)), StoredJson.Of(await there.Cases.HistoryAsync(mou.Id)));
    }

    [Fact]
    public async Task A_case_goes_on_and_its_queued_mail_is_delivered_once()
    {
        await _here.StartEngineAsync();
        _here.MailService.Answer = () => HttpStatusCode.ServiceUnavailable;
        var mou = await _here.BeginAsync(Sample.Submit);
        await Patience.UntilAsync(() => _here.MailService.Calls > 0);
        await Patience.UntilAsync(async () => (await _here.Get<CasePartition>().EffectsAsync(mou.Id, CancellationToken.None)).Count == 0);
        await using var there = new Association();

        await ExportAsync(_here, "here");
        var import = await ImportAsync(there, "here");
        await there.StartEngineAsync();
        for (var start = 0; start < 2; start++) await there.Get<ReNudge>().RunAsync(there.Engine);

        Assert.Equal((1L, 1L), (import.OpenCases, import.Mails));
        await there.MailService.NextToAsync("review@gabon.example");
        var reminderAt = WhatFellDue.Next(mou)!.Value;
        await Patience.UntilAsync(async () =>
        {
            if (there.Clock.GetUtcNow() < reminderAt) there.Clock.AdvanceTo(reminderAt);
            there.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await there.Cases.FindAsync(mou.Id))!.Version > mou.Version;
        });
        Assert.Equal(nameof(MailKind.ReviewReminder), (await there.MailService.NextToAsync("review@gabon.example", 2)).Subject);
        Assert.Single(there.MailService.Arrived, mail => mail.Subject == nameof(MailKind.ReviewRequested));
    }

    [Fact]
    public async Task Effects_that_nobody_carried_out_are_carried_out_after_the_move()
    {
        var mou = await _here.BeginAsync(Sample.Submit);
        await using var there = new Association();

        await ExportAsync(_here, "here");
        await ImportAsync(there, "here");
        await there.StartEngineAsync();
        await there.Get<ReNudge>().RunAsync(there.Engine);

        await there.MailService.NextToAsync("review@gabon.example");
        await Patience.UntilAsync(async () => (await there.Get<Nudges>().OfCaseAsync(mou.Id, CancellationToken.None)).Count == 0);
    }

    [Fact]
    public async Task A_case_that_changes_while_it_is_read_is_read_again()
    {
        var mou = await _here.BeginAsync(Sample.Submit);
        var readings = 0;
        _here.Tables.BeforeQuery = (table, filter) =>
        {
            if (table != Tables.Mous || filter is null || ++readings != 1) return;
            _here.DoAsync(mou.Id, Sample.Accept).GetAwaiter().GetResult();
        };

        await ExportAsync(_here, "here");

        using var archive = await ArchiveFile.OpenAsync(PathOf("here"), CancellationToken.None);
        var rows = new List<TableEntity>();
        await foreach (var (row, _) in archive.RowsAsync("tables/Mous", CancellationToken.None)) rows.Add(row);
        Assert.Equal(2, readings);
        Assert.Equal(mou.Version + 1, rows.Single(row => row.RowKey == CaseRows.State).GetInt32("Version"));
        Assert.Equal(mou.Version + 1, rows.Count(row => row.RowKey.StartsWith("event-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_archive_is_its_owners_alone()
    {
        await ExportAsync(_here, "here");

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("here")));
        Assert.Equal([PathOf("here")], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void Every_table_is_moved_or_left_behind_for_a_reason() => Assert.Equal(
        typeof(Tables).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(),
        ArchiveContent.Tables.Concat(ArchiveContent.LeftBehind).Order());

    /// <summary>Cases in every stage, texts, a key, and a row with every type that a row can hold.</summary>
    private async Task FillAsync()
    {
        await _here.StartEngineAsync();
        await _here.BeginAsync();
        await _here.BeginAsync(Sample.Submit);
        await _here.BeginAsync(Sample.Submit, Sample.RequestChanges);
        await _here.BeginAsync(Sample.Submit, Sample.Decline);
        await _here.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);
        await _here.MailService.NextToAsync("review@gabon.example", 4);
        await _here.Get<SettingsRegister>().ReplaceAsync(new([.. AssociationSettings.Default.Kinds], [], "A beginning"), 0, new Author("desk", "Lee Seo-yeon"));
        await _here.Get<Workflows.Disposal.Erasures>().AddAsync(new(Sample.Start, "histories", 3, "ended more than 30 days ago"), CancellationToken.None);
        await _here.Get<SavedViews>().SaveAsync(new("p9", null, "Lee Seo-yeon", "Desk", new("desk@garok.example"), Language.Korean, PersonRole.Administrator), "Late", "overdue=true", isShared: true);
        await _here.Get<ScanStore>().SaveAsync(new("c0ffee"), ScanStore.HashOf(SampleScans.Png), SampleScans.Png);
        await _here.Get<SignInLog>().NoteAsync(SignInDeed.SignedIn, "p9", CancellationToken.None);
        var link = new Link((await _here.BeginAsync(Sample.Submit)).Id, LinkHolder.Reviewer, 1, Sample.Gabon.Address, Language.French);
        await _here.Get<LinkOpenings>().NoteAsync(link, OpeningKind.Machine);
        await _here.Get<MessageDesk>().FileAsync(_here.Get<MessageDesk>().OnPage(link, MessageKind.Mistake, "Ndong", "Pas d’accord.", isProven: true), _here.Engine);
        await _here.Get<MessageStore>().KeepAsync(link.Mou, "%PDF-"u8.ToArray(), CancellationToken.None);
        foreach (var title in new[] { "우호협력", "Protocole d’entente\n\"1\"" })
            await _here.Get<TextStore>().SaveAsync(new MouText([Language.Korean], LocalizedText.Of((Language.Korean, title)), []));
        // More than a row holds: its entries stand in a blob.
        var ties = string.Concat(Enumerable.Range(1, 600).Select(i => $"우호협력,경상북도,Ville {i},GA,2001-05-04\n"));
        await _here.Get<RegisterImport>().RunAsync(Encoding.UTF8.GetBytes("kind,place,counterparty,country,date\n" + ties), write: true, null, new Author("desk", "Lee Seo-yeon"));
        await _here.Get<CaseRecords>().OpenAsync(new("c0ffee"), new Actor.AssociationMember("p9", "Lee Seo-yeon"), "열람 사유");
        await _here.Get<UnsavedDrafts>().KeepAsync(
            UnsavedPlace.New("p1", new("c0ffee")), new(new(null, new() { ["ko"] = "쓰다 만 제목" }, null, null, null, null, null, null), 0, "k", "Park Min-ho", DateTimeOffset.UnixEpoch), null);
        await (await _here.Get<Tables>().OpenAsync(Tables.ApiKeys, CancellationToken.None)).AddEntityAsync(new TableEntity("~types", "1")
        {
            ["Text"] = "한글 \"quoted\"\n\u2028",
            ["Empty"] = "",
            ["Int32"] = -5,
            ["Int64"] = long.MaxValue,
            ["Small64"] = 5L,
            ["Double"] = 0.1,
            ["Whole"] = 3.0,
            ["Yes"] = true,
            ["Guid"] = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["Time"] = new DateTimeOffset(2026, 11, 2, 1, 2, 3, TimeSpan.Zero).AddTicks(1_234_567),
            ["Bytes"] = new byte[] { 0, 10, 255 },
        });
        await _here.Host.StopAsync(CancellationToken.None);
    }

    private Task<ArchiveSummary> ExportAsync(Association association, string name) => association.Get<StoreExport>().RunAsync(PathOf(name), CancellationToken.None);

    private Task<ImportSummary> ImportAsync(Association association, string name) => association.Get<StoreImport>().RunAsync(PathOf(name), CancellationToken.None);

    private Task<byte[]> BytesAsync(string name) => File.ReadAllBytesAsync(PathOf(name));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name + ".zip");
}
