using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Secretariat;

public sealed class SettingsByVersion : IAsyncLifetime
{
    private static readonly Author Seoyeon = new("desk", "Lee Seo-yeon");
    private static readonly LocalGovernmentId Seoul = new("11");
    private readonly Association _association = new();

    private SettingsRegister Register => _association.Get<SettingsRegister>();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Each_change_is_a_version_of_its_own_and_the_former_stay_readable()
    {
        Assert.Null(await Register.FindCurrentAsync());
        Assert.Equal(1, (await DoneAsync(Form("Agreed on 3 November"), 0)).Version);
        Assert.Equal(2, (await DoneAsync(Form("Seoul's ordinance", SeoulsRule), 1)).Version);

        var history = await Register.HistoryAsync();

        Assert.Equal([(2, "Seoul's ordinance"), (1, "Agreed on 3 November")], history.Select(version => (version.Settings.Version, version.Reason)));
        Assert.All(history, version => Assert.Equal((Seoyeon, _association.Clock.GetUtcNow()), (version.By, version.At)));
        Assert.Empty(history[1].Settings.CouncilRules);
        Assert.True((await Register.FindCurrentAsync())!.Of(MouKind.Friendship, Seoul).Council!.IsRequired);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_shown_the_first_ones_version()
    {
        await DoneAsync(Form("First"), 0);

        Assert.Equal(1, Assert.IsType<SettingsResult.Stale>(await Register.ReplaceAsync(Form("Second", SeoulsRule), 0, Seoyeon)).Current.Version);
        Assert.Equal(1, (await DoneAsync(Form("First, said again"), 0)).Version);
    }

    [Fact]
    public async Task A_case_keeps_the_settings_that_it_was_started_with()
    {
        await DoneAsync(Form("First"), 0);
        var create = Sample.Create with { Settings = await Register.FindCurrentAsync() };
        var mou = await _association.DoAsync(Workflows.Cases.MouCases.IdFor("tests", "kept"), create);
        await DoneAsync(Form("Shorter", times: StageTimes.Default with { ReviewDays = 10 }), 1);

        var later = (await _association.Cases.FindAsync(mou.Id))!;

        Assert.Equal((1, StageTimes.Default.ReviewDays), (later.Settings!.Version, later.Rules.Times.ReviewDays));
        Assert.Equal(10, (await Register.FindCurrentAsync())!.Of(MouKind.Friendship).Times.ReviewDays);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field()
    {
        var form = Form(" ", new LocalCouncilRule(new("99"), MouKind.Friendship, new(true, "")), StageTimes.Default with { ReviewDays = 0 });

        var wrong = Assert.IsType<SettingsResult.Unreadable>(await Register.ReplaceAsync(form with { Kinds = [.. form.Kinds!.Take(1)] }, null, Seoyeon));

        Assert.Equal(
            [
                new("reason", FieldFault.Missing), new("kinds", FieldFault.Missing), new("kinds[0].times.reviewDays", FieldFault.DaysOutOfRange),
                new("councilRules[0].office", FieldFault.NoSuchLocalGovernment), new("councilRules[0].rule.legalBasis", FieldFault.LegalBasisMissing),
            ],
            wrong.Problems);
    }

    public static TheoryData<string, FieldFault, KindSettings> Impossible => new()
    {
        { "council.legalBasis", FieldFault.LegalBasisMissing, Friendship with { Council = new(false, "  ") } },
        { "council.legalBasis", FieldFault.TooLong, Friendship with { Council = new(true, new('x', 301)) } },
        { "centralReview", FieldFault.Unknown, Friendship with { CentralReview = (CentralReviewMode)7 } },
        { "retentionYears", FieldFault.YearsOutOfRange, Friendship with { RetentionYears = 0 } },
        { "languages", FieldFault.Unknown, Friendship with { Languages = [new("xx")] } },
        { "languages", FieldFault.Duplicate, Friendship with { Languages = [Language.Korean, Language.Korean] } },
        { "languages", FieldFault.TooManyLanguages, Friendship with { Languages = [.. Language.OfPages] } },
        { "languages", FieldFault.Missing, Friendship with { Languages = null! } },
        { "times", FieldFault.Missing, Friendship with { Times = null! } },
        { "times.approvalWorkingDays", FieldFault.DaysOutOfRange, In(StageTimes.Default with { ApprovalWorkingDays = 0 }) },
        { "times.acknowledgeWorkingDays", FieldFault.DaysOutOfRange, In(StageTimes.Default with { AcknowledgeWorkingDays = 0 }) },
        { "times.idleDraftDays", FieldFault.DaysOutOfRange, In(StageTimes.Default with { IdleDraftDays = 3651 }) },
        { "times.capitalExtensions", FieldFault.NumberOutOfRange, In(StageTimes.Default with { CapitalExtensions = -1 }) },
        { "times.remindersBefore", FieldFault.DaysOutOfRange, In(StageTimes.Default with { RemindersBefore = [7, 0] }) },
        { "times.remindersBefore", FieldFault.TooMany, In(StageTimes.Default with { RemindersBefore = [.. Enumerable.Range(1, 11)] }) },
        { "times.noticesBeforeEnd", FieldFault.Missing, In(StageTimes.Default with { NoticesBeforeEnd = null! }) },
    };

    [Theory, MemberData(nameof(Impossible))]
    public async Task What_cannot_be_is_refused_by_name(string field, FieldFault fault, KindSettings impossible)
    {
        var wrong = Assert.IsType<SettingsResult.Unreadable>(await Register.ReplaceAsync(SettingsForm.With(AssociationSettings.Default, impossible, "A test"), null, Seoyeon));

        Assert.Equal([new($"kinds[{(int)MouKind.Friendship}].{field}", fault)], wrong.Problems);
        Assert.Null(await Register.FindCurrentAsync());
    }

    [Fact]
    public async Task Entries_that_are_not_there_are_said_and_break_nothing()
    {
        var form = new SettingsForm([.. AssociationSettings.Default.Kinds.Skip(1), null!], [null!, SeoulsRule, SeoulsRule], "A test");

        var wrong = Assert.IsType<SettingsResult.Unreadable>(await Register.ReplaceAsync(form, null, Seoyeon));

        Assert.Equal(
            [
                new("kinds", FieldFault.Missing), new("kinds[5]", FieldFault.Missing),
                new("councilRules[0]", FieldFault.Missing), new("councilRules[2]", FieldFault.Duplicate),
            ],
            wrong.Problems);
    }

    private static KindSettings Friendship => AssociationSettings.Default.Of(MouKind.Friendship);

    private static KindSettings In(StageTimes times) => Friendship with { Times = times };

    private static LocalCouncilRule SeoulsRule => new(Seoul, MouKind.Friendship, new(true, "서울특별시 국제교류 조례"));

    private static SettingsForm Form(string reason, LocalCouncilRule? rule = null, StageTimes? times = null) =>
        new([.. AssociationSettings.Default.Kinds.Select(kind => kind with { Times = times ?? kind.Times })], rule is null ? [] : [rule], reason);

    private async Task<AssociationSettings> DoneAsync(SettingsForm form, int? expected) =>
        Assert.IsType<SettingsResult.Done>(await Register.ReplaceAsync(form, expected, Seoyeon)).Settings;
}
