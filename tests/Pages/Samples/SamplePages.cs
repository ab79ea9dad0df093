using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Pages.Administration.Reference;
using LocalDiplomacy.Pages.Administration.Settings;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.Faults;
using LocalDiplomacy.Pages.Messages;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.OfficePortal.Choices;
using LocalDiplomacy.Workflows.OfficePortal.Import;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Secretariat.Actions;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>Every page in every state that looks different, ready to be written in any language.</summary>
public static class SamplePages
{
    private static readonly Dictionary<MissionId, Mission> missions = new() { [SampleCase.Mission.Id] = SampleCase.Mission };
    private static readonly Dictionary<LocalGovernmentId, LocalGovernment> offices = new() { [SampleCase.Office.Id] = SampleCase.Office };

    public static IReadOnlyDictionary<string, SamplePage> All { get; } = Pages().ToDictionary(page => page.Name);

    public static TheoryData<string, string> InEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in All.Keys)
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    /// <summary>Written at a moment after everything in the samples happened.</summary>
    public static PageRenderer Renderer(DateTimeOffset? now = null) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new FixedTime(now ?? SampleCase.Start.AddDays(3)))
        .AddPages().BuildServiceProvider().GetRequiredService<PageRenderer>();

    private static IEnumerable<SamplePage> Pages() =>
    [
        Of<HomePage>("home", []),
        Of<HomePage>("home-signed-in", new() { ["Reader"] = SampleCase.Officer }),
        Of<SignInPage>("sign-in", []),
        Of<SignInPage>("sign-in-invalid", new() { ["Typed"] = "officer", ["AddressInvalid"] = true, ["FormerIsOver"] = true }),
        Of<SignInCodePage>("sign-in-code", []),
        Of<SignInCodePage>("sign-in-code-wrong", new() { ["TriesLeft"] = 1 }),
        Of<SignInLinkPage>("sign-in-link", new() { ["Token"] = "t0ken" }),
        Of<SignInLinkPage>("sign-in-link-code", new() { ["Token"] = "t0ken", ["CodeNeeded"] = true, ["TriesLeft"] = 3 }),
        .. OfficePages(), .. ReferencePages(), .. SettingsPages(), .. SamplePeople.Pages(), .. DraftPages(), .. CasePages(), .. DeskCasePages(), .. DeadlinePages(), .. ReviewPages(), .. MessagePages(), .. CommentPages(), .. StepPages(), .. CentralPages(), .. SigningPages(), .. SampleRegister.Pages(), .. SampleAlerts.Pages(), .. FaultPages(),
    ];

    private static IEnumerable<SamplePage> OfficePages()
    {
        foreach (var page in SampleHomes.Pages(Rows(), missions)) yield return page;
        yield return Of<DeskPage>("desk", new()
        {
            ["Rows"] = Rows().Select((row, i) => new DeskRow(row, i switch { 0 => "Running", 1 => "Failed", 2 => null, 3 => "Completed", _ => "Pending" })).ToList(),
            ["Offices"] = offices,
            ["Missions"] = missions,
            ["Total"] = 105,
            ["Query"] = new CaseQuery(StageName.UnderReview, Words: "우호", DueUntil: new(2026, 12, 1), Overdue: true),
            ["Views"] = new List<SavedView> { new("s1", "Late at embassies", "stage=UnderReview&overdue=true", true, "p1", SampleCase.Start), new("o1", "Mine", "kind=Sisterhood", false, "p1", SampleCase.Start) },
            ["CanShare"] = true,
            ["Reader"] = SampleCase.Administrator,
            ["IsFirstPage"] = false,
            ["Next"] = "next",
        });
        yield return Of<DeskPage>("desk-view-unnamed", new()
        {
            ["Rows"] = new List<DeskRow>(),
            ["Total"] = 0,
            ["Query"] = new CaseQuery(Orchestration: OrchestrationStanding.Failed),
            ["Offices"] = offices,
            ["Missions"] = missions,
            ["Views"] = new List<SavedView> { new("s1", "Late at embassies", "stage=UnderReview&overdue=true", true, "p1", SampleCase.Start) },
            ["Problems"] = Problem("name"),
            ["Reader"] = SampleCase.Administrator,
        });
        yield return Of<DeskPage>("desk-list", new()
        {
            ["Rows"] = Rows().Take(1).Select(row => new DeskRow(row, "Running")).ToList(),
            ["Selection"] = CaseSelection.Of(StageName.UnderReview),
            ["Query"] = CaseSelection.Of(StageName.UnderReview).Query,
            ["Total"] = 51,
            ["Offices"] = offices,
            ["Missions"] = missions,
            ["Reader"] = SampleCase.Administrator,
            ["Next"] = "next",
        });
        foreach (var selection in new[] { CaseSelection.Of(WaitedOn.Ministry), CaseSelection.Overdue, CaseSelection.CameBack })
            yield return Of<DeskPage>($"desk-list-{selection.Name}", new() { ["Rows"] = new List<DeskRow>(), ["Total"] = 0, ["Selection"] = selection, ["Query"] = selection.Query, ["Offices"] = offices, ["Missions"] = missions, ["Reader"] = SampleCase.Administrator });
        var row = Rows()[0];
        yield return Of<OverviewPage>("overview", new()
        {
            ["Overview"] = new Overview(
                [new(StageName.UnderReview, WaitedOn.Embassy, true, false, 3), new(StageName.UnderReview, WaitedOn.Office, false, true, 1), new(StageName.InEffect, WaitedOn.Nobody, false, false, 40)],
                new Dictionary<WaitedOn, CaseRow> { [WaitedOn.Embassy] = row, [WaitedOn.Office] = row with { Since = row.Since.AddDays(2) } })
            {
                Embassies = [new(SampleCase.Mission.Id, 3, 3, row.Since)],
                Offices = [new(SampleCase.Office.Id, 1, 0, row.Since.AddDays(2)), .. Enumerable.Range(1, 11).Select(i => new WaitedOnParty<LocalGovernmentId>(new($"x{i}"), 1, 0, row.Since.AddDays(3)))],
            },
            ["Offices"] = offices,
            ["Missions"] = missions,
            ["ChangedLately"] = 4,
            ["Alerts"] = 7,
            ["Parts"] = new List<(string, bool)> { ("tables", true), ("texts", true), ("orchestrations", true), ("reference-data", true), ("mail", false) },
            ["Work"] = new WaitingSurvey(SampleCase.Start, 1000, [new(new("c0ffee00c0ffee00c0ffee00"), SampleCase.Start, true)], SampleCase.Start, false),
            ["FailedIds"] = new List<string> { "c0ffee00c0ffee00c0ffee00", "mail-c0ffee00c0ffee00c0ffee00-0000000002-mail" },
            ["FailedCount"] = 2,
            ["Reader"] = SampleCase.Administrator,
        });
        yield return Of<OverviewPage>("overview-empty", new() { ["Overview"] = new Overview([], new Dictionary<WaitedOn, CaseRow>()), ["Reader"] = SampleCase.Administrator });
        yield return Of<DeskPage>("desk-empty", new() { ["Rows"] = new List<DeskRow>(), ["Total"] = 0, ["Offices"] = offices, ["Missions"] = missions, ["Reader"] = SampleCase.Administrator });
        var key = new ApiKey("k1", SampleCase.Office.Id, "Document system", SampleCase.Start, SampleCase.Start.AddYears(1));
        yield return Of<KeysPage>("keys", new() { ["Office"] = SampleCase.Office, ["Keys"] = SamplePeople.Keys, ["Created"] = key, ["Plain"] = "ldk_3xampl3", ["Reader"] = SampleCase.Officer });
        yield return Of<KeysPage>("keys-empty", new() { ["Office"] = SampleCase.Office, ["Keys"] = new List<ApiKey>(), ["ShownBefore"] = true, ["Problems"] = Problem("label"), ["Reader"] = SampleCase.Officer });
    }

    private static IEnumerable<SamplePage> ReferencePages()
    {
        SamplePage Desk<T>(string name, Dictionary<string, object?> more) where T : IComponent => Of<T>(name, new(more) { ["Reader"] = SampleCase.Administrator });
        var (government, mission) = (new Standing<LocalGovernment>(SampleReference.Jung, 3), new Standing<Mission>(SampleReference.Mission, 7));
        var governments = SampleReference.Governments.Select(row => new Standing<LocalGovernment>(row, 1)).ToList();
        var form = LocalGovernmentForm.Of(government.Row);
        yield return Desk<ReferencePage>("reference", new() { ["Governments"] = 248, ["Missions"] = new List<Standing<Mission>> { mission } });
        yield return Desk<ReferencePage>("reference-calm", new() { ["Governments"] = 248, ["Missions"] = new List<Standing<Mission>>() });
        yield return Desk<LocalGovernmentsPage>("reference-governments", new() { ["Rows"] = governments, ["Changes"] = SampleReference.Changes });
        yield return Desk<MissionsPage>("reference-missions", new() { ["Rows"] = new List<Standing<Mission>> { mission, new(SampleCase.Mission with { Id = new("FR"), Contact = null }, 1) }, ["Changes"] = SampleReference.Changes });
        yield return Desk<LocalGovernmentPage>("reference-government", new() { ["There"] = government, ["Form"] = form, ["Provinces"] = SampleReference.Governments.Take(1).ToList(), ["Changes"] = SampleReference.Changes });
        yield return Desk<LocalGovernmentPage>("reference-government-stale", new() { ["There"] = government, ["Form"] = form, ["Provinces"] = SampleReference.Governments.Take(1).ToList(), ["IsStale"] = true });
        yield return Desk<LocalGovernmentPage>("reference-government-new", new()
        {
            ["Form"] = form with { Id = "28" },
            ["Provinces"] = SampleReference.Governments.Take(1).ToList(),
            ["IsTaken"] = true,
            ["Problems"] = new[] { "id", "level", "parent", "type", "validFrom", "validTo", "successors", "reason" }.Select(field => new FieldProblem(field, FieldFault.Malformed))
                .Append(new("name.ko", FieldFault.NotALocalGovernment)).ToList(),
        });
        yield return Desk<MissionPage>("reference-mission-waiting", new() { ["There"] = mission, ["Form"] = MissionForm.Of(mission.Row), ["Changes"] = SampleReference.Changes });
        yield return Of<MissionPage>("reference-mission-own", new() { ["There"] = mission, ["Form"] = MissionForm.Of(mission.Row), ["Reader"] = SampleCase.Administrator with { Id = SampleReference.Proposer.PersonId } });
        var expired = mission with { Row = mission.Row with { Waiting = SampleReference.Proposal with { ExpiresAt = SampleCase.Start } } };
        yield return Desk<MissionPage>("reference-mission-expired", new() { ["There"] = expired, ["Form"] = MissionForm.Of(mission.Row), ["Refused"] = "…" });
        yield return Desk<MissionPage>("reference-mission-problems", new()
        {
            ["There"] = new Standing<Mission>(SampleCase.Mission with { Contact = null }, 1),
            ["Form"] = MissionForm.Of(mission.Row),
            ["Problems"] = new[] { "region", "language", "timeZone", "closedDays", "address", "reason", "changeReason", "country.ko", "name.fr" }.Select(field => new FieldProblem(field, FieldFault.Missing)).ToList(),
            ["IsStale"] = true,
        });
        yield return Desk<MissionPage>("reference-mission-new", new() { ["Form"] = new MissionForm(null, null, null, null, null, null, null, null, null) });
        yield return Desk<ReferenceFilePage>("reference-file", new() { ["Table"] = "missions", ["Problems"] = Problem("file") });
        yield return Desk<ReferenceFilePage>("reference-file-refused", new()
        {
            ["Table"] = "local-governments",
            ["BadLines"] = Enum.GetValues<FieldFault>().Select((fault, i) => new SheetProblem(i + 2, i % 3 == 0 ? null : "name_ko", fault, i % 2 == 0 ? null : "분당구")).ToList(),
        });
        yield return Desk<ReferenceFilePage>("reference-file-checked", new() { ["Table"] = "local-governments", ["Read"] = new ImportResult.Read(1, 1, 246, SampleReference.Changes[1].Differences, 4), ["Content"] = "aWQ=" });
        yield return Desk<ReferenceFilePage>("reference-file-same", new() { ["Table"] = "local-governments", ["Read"] = new ImportResult.Read(0, 0, 248, [], 4), ["Content"] = "aWQ=" });
    }

    private static IEnumerable<SamplePage> SettingsPages()
    {
        SamplePage Desk<T>(string name, Dictionary<string, object?> more) where T : IComponent => Of<T>(name, new(more) { ["Reader"] = SampleCase.Administrator });
        yield return Desk<SettingsPage>("settings", new() { ["Versions"] = SampleSettings.Versions, ["Governments"] = SampleSettings.Governments });
        yield return Desk<SettingsPage>("settings-none", new() { ["Versions"] = new List<StoredSettings>(), ["Governments"] = SampleSettings.Governments });
        yield return Desk<KindSettingsPage>("settings-kind", new() { ["Kind"] = MouKind.Friendship, ["Form"] = KindFields.Of(AssociationSettings.Default.Of(MouKind.Friendship)), ["Version"] = 2 });
        yield return Desk<KindSettingsPage>("settings-kind-problems", new()
        {
            ["Kind"] = MouKind.Sisterhood,
            ["Form"] = KindFields.Of(AssociationSettings.Default.Of(MouKind.Sisterhood)),
            ["Version"] = 2,
            ["IsStale"] = true,
            ["Problems"] = SampleSettings.KindProblems,
        });
        yield return Desk<CouncilRulesPage>("settings-rules", new() { ["Rules"] = SampleSettings.Rules, ["Governments"] = SampleSettings.Governments, ["Version"] = 2 });
        yield return Desk<CouncilRulesPage>("settings-rules-problems", new()
        {
            ["Rules"] = SampleSettings.Rules,
            ["Governments"] = SampleSettings.Governments,
            ["Version"] = 2,
            ["Problems"] = new List<FieldProblem>
            {
                new("councilRules[0].office", FieldFault.NoSuchLocalGovernment), new("councilRules[0].kind", FieldFault.Unknown),
                new("councilRules[0].rule.legalBasis", FieldFault.LegalBasisMissing), new("councilRules[0]", FieldFault.Duplicate), new("reason", FieldFault.Missing),
            },
        });
    }

    private static IEnumerable<SamplePage> DraftPages()
    {
        var form = DraftFields.Of(SampleCase.Particulars, SampleTexts.Second);
        var problems = new List<FieldProblem>
        {
            new("kind", FieldFault.Missing), new("counterparty.country", FieldFault.CountryOutsideMission), new("languages[1]", FieldFault.Unknown), new("title.es", FieldFault.NotInLanguages),
            new("clauses[1].body.fr", FieldFault.LanguageVersionMissing), new("clauses[0]", FieldFault.Missing), new("clauses", FieldFault.TextTooLong),
        };
        var drafted = SampleCase.Drafted();
        yield return Of<NewMouPage>("new", new() { ["Office"] = SampleCase.Office, ["Missions"] = Missions(), ["Reader"] = SampleCase.Officer });
        yield return Of<NewMouPage>("new-problems", new() { ["Office"] = SampleCase.Office, ["Missions"] = Missions(), ["Form"] = form, ["Problems"] = problems, ["Reader"] = SampleCase.Officer });
        yield return Of<EditTextPage>("edit", new() { ["Mou"] = drafted.Mou, ["Office"] = SampleCase.Office, ["Missions"] = Missions(), ["Form"] = form, ["Version"] = 1, ["Reader"] = SampleCase.Officer });
        var typed = new UnsavedDraft(form, 1, "k", SampleCase.Officer.Name, SampleCase.Start);
        var findings = new List<Finding>
        {
            new(ScreeningRule.NoPrevailingLanguage), new(ScreeningRule.TreatyWording, 2, Workflows.Lifecycle.Language.English, "shall"), new(ScreeningRule.SpendingBeyondBudget, 2, Workflows.Lifecycle.Language.English, "USD 50,000"),
        };
        yield return Of<EditTextPage>("edit-typed", new()
        {
            ["Mou"] = drafted.Mou,
            ["Office"] = SampleCase.Office,
            ["Missions"] = Missions(),
            ["Form"] = form with { Languages = ["ko", "en"] },
            ["Version"] = 1,
            ["Unsaved"] = typed.Tag,
            ["Typed"] = typed,
            ["IsTyped"] = true,
            ["Findings"] = findings,
            ["Reader"] = SampleCase.Officer,
        });
        yield return Of<NewMouPage>("new-partners", new()
        {
            ["Office"] = SampleCase.Office,
            ["Missions"] = Missions(),
            ["Form"] = form,
            ["PartnerWords"] = "ㄹㅂㄹㅂ",
            ["Partners"] = new List<Choice> { new("c1", SampleCase.Particulars.Counterparty.Name, SampleCase.Mission.Country, SampleCase.Particulars.Counterparty) },
            ["Reader"] = SampleCase.Officer,
        });
        yield return Of<NewMouPage>("new-no-partner", new()
        {
            ["Office"] = SampleCase.Office,
            ["Missions"] = Missions(),
            ["Form"] = form,
            ["PartnerWords"] = "zzz",
            ["Partners"] = new List<Choice>(),
            ["Reader"] = SampleCase.Officer,
        });
        DraftImportResult.Read Drafts(bool isWritten) => new([new(2, new("b1"), true, form), new(3, new("b2"), false, form with { Title = null })], isWritten);
        SamplePage Import(string name, Dictionary<string, object?> more) => Of<DraftImportPage>(name, new(more) { ["Office"] = SampleCase.Office, ["Missions"] = Missions(), ["Reader"] = SampleCase.Officer });
        yield return Import("import", new() { ["Problems"] = Problem("file") });
        yield return Import("import-refused", new() { ["BadLines"] = new List<SheetProblem> { new(2, "country", FieldFault.Unknown, "리브르빌"), new(1, null, FieldFault.NotCsv), new(4, "months", FieldFault.Malformed, "다섯") } });
        yield return Import("import-checked", new() { ["Read"] = Drafts(false), ["Content"] = "aWQ=" });
        yield return Import("import-made", new() { ["Read"] = Drafts(true), ["Content"] = "aWQ=" });
        yield return Of<NewMouPage>("new-begun", new()
        {
            ["Office"] = SampleCase.Office,
            ["Missions"] = Missions(),
            ["Reader"] = SampleCase.Officer,
            ["Begun"] = new List<(MouId, UnsavedDraft)> { (new("b1"), typed), (new("b2"), typed with { Form = DraftFields.Empty }) },
        });
        yield return Of<EditTextPage>("edit-conflict", new()
        {
            ["Mou"] = drafted.Mou,
            ["Office"] = SampleCase.Office,
            ["Missions"] = Missions(),
            ["Form"] = form,
            ["Version"] = 1,
            ["Reader"] = SampleCase.Officer,
            ["Conflict"] = new DraftConflict(DraftFields.Of(SampleCase.Particulars, SampleTexts.First), 2),
        });
        foreach (var (name, began) in new[] { ("edit-merged", form), ("edit-merged-open", DraftFields.Empty) })
        {
            var other = form with { Kind = nameof(MouKind.Sisterhood), Clauses = [.. form.Clauses!.Select((clause, place) => place == 1 ? clause with { Body = new(clause.Body!) { ["en"] = "Somebody else’s words." } } : clause)] };
            var merge = DraftMerge.Of(DraftBase.Of(began), other, form);
            yield return Of<EditTextPage>(name, new()
            {
                ["Mou"] = drafted.Mou,
                ["Office"] = SampleCase.Office,
                ["Missions"] = Missions(),
                ["Form"] = merge.Form,
                ["Version"] = 1,
                ["Reader"] = SampleCase.Officer,
                ["Conflict"] = new DraftConflict(other, 2, "t", "Park Min-ho", merge),
                ["Base"] = DraftBase.Of(other).ToString(),
            });
        }
    }

    private static IEnumerable<SamplePage> CasePages()
    {
        foreach (var (name, sample) in Cases())
            yield return Case<MouCasePage>($"case-{name}", sample, new() { ["Text"] = SampleTexts.Second, ["Mails"] = Mails() });
        yield return Case<MouCasePage>("case-refused", SampleCase.Agreed(), new() { ["Text"] = SampleTexts.Second, ["Refused"] = Refusal.TextIsFrozen, ["Problems"] = Problem("reason") });
        foreach (var (name, sample, role) in AtHome())
            yield return Case<MouCasePage>($"case-{name}", sample, new() { ["Text"] = SampleTexts.First, ["Role"] = role, ["Recorded"] = sample.Events.TakeLast(1).ToList() });
        foreach (var action in OfficeActions.All)
            yield return Case<CaseActionPage>($"action-{action.Name}", action.Name is "set-ceremony" ? SampleCase.Signing() : SampleCase.UnderReview(), new() { ["Action"] = action, ["Missions"] = missions });
        yield return Case<CaseActionPage>("action-problems", SampleCase.AtCouncil(), new()
        {
            ["Action"] = OfficeActions.Named("council-decision"),
            ["Refused"] = Refusal.RejectedInThisSession,
            ["Values"] = new Dictionary<string, string> { ["session"] = "제352회 임시회" },
            ["Problems"] = new List<FieldProblem> { new("on", FieldFault.Malformed), new("result", FieldFault.Missing) },
        });
        yield return Case<MouCasePage>("case-screened", SampleCase.Drafted(), new()
        {
            ["Text"] = SampleTexts.First,
            ["Findings"] = new List<Finding> { new(ScreeningRule.SpendingBeyondBudget, 2, Language.French, "50 000 euros"), new(ScreeningRule.NoNonBindingSentence) },
        });
        yield return Case<MouCasePage>("case-warned", SampleCase.Drafted(), new()
        {
            ["Text"] = SampleTexts.First,
            ["Recorded"] = new List<RecordedEvent>(),
            ["Findings"] = new List<Finding> { new(ScreeningRule.NoNonBindingSentence) },
            ["Sent"] = new SubmissionForm(null, null, "The annex has it."),
            ["Problems"] = Problem("warningsBecause"),
        });
        var overdue = SampleCase.UnderReview().Pass(TimeSpan.FromDays(40)).Do(new Actor.MailService(), new MouCommand.ReportUndeliveredMail("m1", LinkHolder.Reviewer, "bounced"));
        yield return Case<MouCasePage>("case-overdue", overdue, new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-reminded", SampleCase.RemindedByOffice(), new()
        {
            ["Text"] = SampleTexts.First,
            ["Recorded"] = SampleCase.RemindedByOffice().Events.TakeLast(1).ToList(),
            ["Newest"] = SampleCase.RemindedByOffice().Events.TakeLast(5).ToList(),
            ["Mails"] = new List<MailRow>
            {
                new("m1", MailKind.ReviewRequested, new("review@gabon.example"), MailState.Delivered, SampleCase.Start, SampleCase.Start.AddMinutes(1)) { ReportedAt = SampleCase.Start.AddMinutes(2) },
                new("m2", MailKind.ReviewReminder, new("review@gabon.example"), MailState.Deferred, SampleCase.Start.AddDays(2), SampleCase.Start.AddDays(2)) { ReportedAt = SampleCase.Start.AddDays(2).AddHours(1) },
            },
        });
        yield return Case<MouCasePage>("case-reminded-again", SampleCase.RemindedByOffice(), new() { ["Text"] = SampleTexts.First, ["Refused"] = Refusal.RemindedToday });
        foreach (var (place, sample) in SampleCase.Reminded().Index())
        {
            yield return Case<MouCasePage>($"case-reminded-{place}", sample, new() { ["Text"] = SampleTexts.First, ["Recorded"] = sample.Events.TakeLast(2).ToList() });
            yield return Case<HistoryPage>($"history-reminded-{place}", sample, new() { ["Events"] = sample.Events });
        }

        yield return Case<HistoryPage>("history", SampleCase.InEffect(), new() { ["Events"] = SampleCase.InEffect().Events });
        yield return Case<HistoryPage>("history-overdue", overdue, new() { ["Events"] = overdue.Events });
        yield return Case<RoundTextPage>("round-1", SampleCase.SecondRound(), new() { ["Round"] = 1, ["Text"] = SampleTexts.First });
        yield return Case<RoundTextPage>("round-2", SampleCase.SecondRound(), new() { ["Round"] = 2, ["Text"] = SampleTexts.Second, ["Previous"] = SampleTexts.First });
        yield return Case<RoundTextPage>("round-in-another-language", SampleCase.SecondRound(), new()
        {
            ["Round"] = 1,
            ["Text"] = SampleTexts.First with { Languages = [Language.Korean, new("ar")] },
            ["Previous"] = SampleTexts.Second with { Languages = [Language.Korean, new("sw")] },
        });
        yield return Case<SigningPreparationPage>("signing-preparation", SampleCase.Agreed(), []);
        yield return Case<SigningPreparationPage>("signing-preparation-problems", SampleCase.Agreed(), new()
        {
            ["Form"] = new SigningForm(null, new("", "", "nowhere", "ko"), new("Eugène Mba", "Maire", "maire@libreville.example", "fr"), ""),
            ["Problems"] = new List<FieldProblem> { new("localGovernment.name", FieldFault.Missing), new("localGovernment.address", FieldFault.Malformed), new("agreementStatement", FieldFault.Missing) },
            ["Refused"] = Refusal.SignersShareAddress,
        });
        yield return Case<SigningPreparationPage>("signing-replacement", SampleCase.HalfSigned(), []);
    }

    private static IEnumerable<SamplePage> DeskCasePages()
    {
        var running = new CaseOrchestration("Running", SampleCase.Start, SampleCase.Start.AddDays(1), null, []);
        SamplePage AtDesk<T>(string name, SampleCase sample, Dictionary<string, object?> more) where T : IComponent => Case<T>(name, sample, new(more)
        {
            ["Reader"] = more.GetValueOrDefault("Reader", SampleCase.Administrator),
            ["Base"] = "/desk/mous",
            ["Offices"] = new[] { SampleCase.Office, new(new("46"), 1, LocalizedText.Of((Language.Korean, "전라남도"), (Language.English, "Jeollanam-do")), null, new DateOnly(2026, 6, 30)) }.ToDictionary(office => office.Id),
        });
        SamplePage Desk(string name, SampleCase sample, Dictionary<string, object?> more) => AtDesk<DeskCasePage>(name, sample, new Dictionary<string, object?>
        {
            ["Text"] = SampleTexts.First,
            ["Missions"] = missions,
            ["Accounts"] = SampleDeadlines.Of(sample.Mou),
            ["Events"] = sample.Events,
            ["Mails"] = Mails(),
            ["Orchestration"] = running,
        }.Concat(more).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value));
        foreach (var (name, sample) in Cases())
            yield return Desk($"desk-case-{name}", sample, []);
        yield return Desk("desk-case-on-hold", SampleCase.OnHold(), new() { ["Recorded"] = SampleCase.OnHold().Events.TakeLast(1).ToList(), ["Mails"] = Mails().Take(2).ToList() });
        yield return Desk("desk-case-proposed", SampleCase.AddressProposed(), new() { ["Reader"] = SampleCase.Administrator with { Id = "p10" } });
        yield return Desk("desk-case-proposed-own", SampleCase.AddressProposed(), []);
        yield return Desk("desk-case-proposed-read", SampleCase.AddressProposed(), new() { ["Role"] = Role.Auditor });
        yield return Desk("desk-case-long", SampleCase.InEffectForLong(), new() { ["Recorded"] = new List<RecordedEvent>(), ["Role"] = Role.Auditor });
        yield return Desk("desk-case-failed", SampleCase.UnderReview(), new()
        {
            ["Mails"] = new List<MailRow>(),
            ["Orchestration"] = running with { Status = "Failed", ErrorType = "System.InvalidOperationException", LeftToDo = ["0000000002-mail-ReviewRequested-Reviewer"] },
        });
        yield return Desk("desk-case-stopped", SampleCase.Stopped(), new()
        {
            ["Mails"] = new List<MailRow>(),
            ["Reader"] = SampleCase.Administrator with { Id = "p10" },
            ["Orchestration"] = running with { Status = "Suspended", Found = OrchestrationFound.Suspended, LeftToDo = ["0000000002-mail-ReviewRequested-Reviewer"] },
        });
        yield return AtDesk<TimelinePage>("desk-timeline", SampleCase.UnderReview(), new() { ["Timeline"] = SampleTimeline.Of(SampleCase.UnderReview()), ["Missions"] = missions, ["MayOpen"] = true });
        yield return AtDesk<TimelinePage>("desk-timeline-opened", SampleCase.UnderReview(), new() { ["Timeline"] = SampleTimeline.Of(SampleCase.UnderReview()) with { HasHistory = false }, ["Missions"] = missions, ["IsOpen"] = true, ["ShowsAll"] = true });
        yield return AtDesk<RowsPage>("desk-rows", SampleCase.UnderReview(), new()
        {
            ["Rows"] = new List<RawRow> { new("event-0000000001", SampleCase.Start, "{\n  \"type\": \"mou.draft-created.v1\",\n  \"name\": \"•••\"\n}") },
            ["Openings"] = new List<Opening> { new(SampleCase.Start, "p9", "Lee Seo-yeon", Role.Desk, "The office asks why its mail did not arrive.") },
            ["MayOpen"] = true,
        });
        yield return Desk("desk-case-unknown", SampleCase.Drafted(), new() { ["Orchestration"] = new CaseOrchestration(null, null, null, null, []) });
        foreach (var action in DeskActions.All)
            yield return AtDesk<CaseActionPage>($"desk-action-{action.Name}", action.Name is "release" or "confirm-successor" ? SampleCase.OnHold() : SampleCase.AddressProposed(),
                new() { ["Action"] = action, ["Missions"] = missions, ["Governments"] = SampleReference.Governments, ["Values"] = action.Name is "confirm-address" ? new Dictionary<string, string> { ["proposal"] = "3" } : [] });
        yield return AtDesk<CaseActionPage>("desk-action-problems", SampleCase.OnHold(), new()
        {
            ["Action"] = DeskActions.Named("confirm-successor"),
            ["Governments"] = SampleReference.Governments,
            ["Refused"] = Refusal.NotOnHold,
            ["Values"] = new Dictionary<string, string> { ["successor"] = SampleReference.Governments[0].Id.Value },
            ["Problems"] = new List<FieldProblem> { new("successor", FieldFault.Unknown), new("reason", FieldFault.Missing) },
        });
        yield return AtDesk<HistoryPage>("desk-history", SampleCase.InEffectForLong(), new() { ["Events"] = SampleCase.InEffectForLong().Events, ["MayCorrect"] = false });
        yield return AtDesk<RoundTextPage>("desk-round", SampleCase.SecondRound(), new() { ["Round"] = 1, ["Text"] = SampleTexts.First, ["HasDocuments"] = false });
    }

    private static IEnumerable<SamplePage> DeadlinePages()
    {
        var (review, agreed) = (SampleCase.UnderReview(), SampleCase.Agreed());
        yield return Case<DeadlinesPage>("deadlines", review, new() { ["Accounts"] = SampleDeadlines.Of(review.Mou) });
        yield return Case<DeadlinesPage>("deadlines-agreed", agreed, new() { ["Accounts"] = SampleDeadlines.Of(agreed.Mou) });
        yield return Case<DeadlinesPage>("deadlines-moved", review, new() { ["Accounts"] = SampleDeadlines.Moved() });
        var past = SampleCase.WithPastDeadlines();
        yield return Case<DeadlinesPage>("deadlines-past", past, new() { ["Accounts"] = new List<DeadlineAccount>(), ["Past"] = SampleDeadlines.Past(past) });
        yield return Case<DeadlinesPage>("deadlines-stopped", SampleCase.CameBack(), new() { ["Accounts"] = SampleDeadlines.Of(SampleCase.CameBack().Mou) });
        yield return Case<DeadlinesPage>("deadlines-sent-anew", SampleCase.SentAnew(), new() { ["Accounts"] = SampleDeadlines.Of(SampleCase.SentAnew().Mou) });
        yield return Case<MouCasePage>("case-came-back", SampleCase.CameBack(), new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-sent-anew", SampleCase.SentAnew(), new() { ["Text"] = SampleTexts.First, ["Recorded"] = SampleCase.SentAnew().Events.TakeLast(1).ToList() });
        yield return Case<MouCasePage>("case-central-came-back", SampleCase.CentralCameBack(), new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-past", past, new() { ["Text"] = SampleTexts.First });
        yield return Case<HistoryPage>("history-came-back", SampleCase.SentAnew(), new() { ["Events"] = SampleCase.SentAnew().Events });
        yield return Case<HistoryPage>("history-central-came-back", SampleCase.CentralCameBack(), new() { ["Events"] = SampleCase.CentralCameBack().Events });
        yield return Case<HistoryPage>("history-several", SampleCase.LeadingEmbassyAccepted(), new()
        {
            ["Events"] = SampleCase.LeadingEmbassyAccepted().Events,
            ["Missions"] = new Dictionary<MissionId, Mission> { [SampleCase.Mission.Id] = SampleCase.Mission, [SampleCase.OtherMission.Id] = SampleCase.OtherMission },
        });
        var planned = SampleCase.Particulars with
        {
            Budget = new(50_000_000m, "KRW"),
            Signing = new(new(2026, 12, 25), new("Lee Cheol-woo", "Governor of Gyeongsangbuk-do"), new("Eugène Mba", null)),
        };
        yield return Case<MouCasePage>("case-planned", SampleCase.Drafted(planned), new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-varied", SampleCase.Varied(), new()
        {
            ["Text"] = SampleTexts.First,
            ["VaryingTexts"] = new Dictionary<TextHash, MouText> { [SampleTexts.HashOf(SampleTexts.Second)] = SampleTexts.Second },
        });
        yield return Case<MouCasePage>("case-suspended", SampleCase.Suspended(), new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-on-hold", SampleCase.OnHold(), new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-declined-quietly", SampleCase.DeclinedQuietly(), new() { ["Text"] = SampleTexts.First });
        yield return Link<ReviewPage>("review-over-on-hold", SampleCase.OnHold(), 1, new() { ["Text"] = SampleTexts.First, ["Over"] = true });
        yield return Link<ReviewPage>("review-over-suspended", SampleCase.Suspended(), 1, new() { ["Text"] = SampleTexts.First, ["Over"] = true });
        yield return Link<ReviewPage>("review-over-declined-quietly", SampleCase.DeclinedQuietly(), 1, new() { ["Text"] = SampleTexts.First, ["Over"] = true });
        yield return Case<MouCasePage>("case-ceremony", SampleCase.CeremonyOnHoliday(), new() { ["Text"] = SampleTexts.Second, ["Recorded"] = SampleCase.CeremonyOnHoliday().Events.TakeLast(1).ToList() });
        yield return Case<CaseActionPage>("action-ceremony-anew", SampleCase.CeremonyOnHoliday(), new() { ["Action"] = OfficeActions.Named("set-ceremony"), ["Missions"] = new Dictionary<MissionId, Mission> { [SampleCase.Mission.Id] = SampleCase.Mission } });
        yield return Case<CaseActionPage>("action-planned", SampleCase.Agreed(), new() { ["Action"] = OfficeActions.Named("set-ceremony") });
        yield return Of<EditTextPage>("edit-planned", new()
        {
            ["Reader"] = SampleCase.Officer,
            ["Mou"] = SampleCase.Drafted(planned).Mou,
            ["Office"] = SampleCase.Office,
            ["Missions"] = Missions(),
            ["Form"] = DraftFields.Of(planned, SampleTexts.First),
            ["Version"] = 1,
            ["Problems"] = new List<FieldProblem> { new("budget.amount", FieldFault.Malformed), new("signing.counterparty.office", FieldFault.Missing), new("signing.on", FieldFault.Malformed) },
        });
        yield return Case<DeadlinesPage>("deadlines-none", SampleCase.Drafted(), new() { ["Accounts"] = new List<DeadlineAccount>() });
        yield return Link<ReviewDeadlinesPage>("review-deadlines", review, 1, new() { ["Accounts"] = SampleDeadlines.Of(review.Mou) });
    }

    private static IEnumerable<SamplePage> CommentPages()
    {
        IReadOnlyList<ClauseComment> Of(SampleCase sample) => ClauseComments.Of(sample.Events);
        var (commented, back, answered) = (SampleCase.Commented(), SampleCase.CommentedAndBack(), SampleCase.CommentsAnswered());
        var typed = new CommentFields("2", "", "", "Une formulation", "", "hash");
        yield return Link<ReviewPage>("review-commented", commented, 1, new() { ["Text"] = SampleTexts.First, ["Comments"] = Of(commented) });
        yield return Link<ReviewPage>("review-comments-answered", answered, 2, new() { ["Text"] = SampleTexts.Second, ["Previous"] = SampleTexts.First, ["Comments"] = Of(answered) });
        yield return Link<ReviewPage>("review-comment-problems", commented, 1, new()
        {
            ["Text"] = SampleTexts.First,
            ["Comment"] = typed,
            ["Problems"] = new List<FieldProblem> { new("words", FieldFault.TooLong), new("proposed", FieldFault.TooLong), new("version", FieldFault.Missing), new("name", FieldFault.Missing) },
        });
        yield return Link<ReviewPage>("review-comment-refused", commented, 1, new() { ["Text"] = SampleTexts.First, ["Comment"] = typed, ["Refused"] = Refusal.TooManyComments });
        yield return Link<CommentCodePage>("comment-code", commented, 1, new() { ["Form"] = typed, ["Key"] = "key1", ["Fault"] = CodeFault.Wrong, ["TriesLeft"] = 4 });
        foreach (var (name, sample, may) in new[] { ("to-answer", back, true), ("refused", SampleCase.CommentRefused(), true), ("answered", answered, false), ("none", SampleCase.UnderReview(), true) })
            yield return Case<CommentsPage>($"comments-{name}", sample, new()
            {
                ["Comments"] = Of(sample),
                ["Texts"] = new Dictionary<TextHash, MouText> { [SampleTexts.HashOf(SampleTexts.First)] = SampleTexts.First },
                ["Missions"] = new Dictionary<MissionId, Mission> { [SampleCase.Mission.Id] = SampleCase.Mission },
                ["MayAnswer"] = may,
            });
        yield return Case<MouCasePage>("case-commented", back, new() { ["Text"] = SampleTexts.First });
        yield return Case<MouCasePage>("case-comments-answered", answered, new() { ["Text"] = SampleTexts.Second });
        yield return Case<RoundTextPage>("round-commented", answered, new() { ["Round"] = 1, ["Text"] = SampleTexts.First, ["Comments"] = Of(answered) });
        yield return Case<HistoryPage>("history-commented", answered, new() { ["Events"] = answered.Events });
        yield return Case<HistoryPage>("history-comment-refused", SampleCase.CommentRefused(), new() { ["Events"] = SampleCase.CommentRefused().Events });
    }

    private static IEnumerable<SamplePage> MessagePages()
    {
        yield return Case<MessagesPage>("messages", SampleCase.UnderReview(), new() { ["Messages"] = SampleMessages.All });
        yield return Case<MessagesPage>("messages-none", SampleCase.UnderReview(), new() { ["Messages"] = new List<CaseMessage>() });
        yield return Case<MouCasePage>("case-messages", SampleCase.UnderReview(), new() { ["Text"] = SampleTexts.First, ["Messages"] = SampleMessages.All.Count });
        yield return Case<HistoryPage>("history-openings", SampleCase.UnderReview(), new() { ["Events"] = SampleCase.UnderReview().Events, ["Openings"] = SampleMessages.Openings });
        foreach (var kind in new[] { MessageKind.WrongAddress, MessageKind.Mistake })
        {
            yield return Link<TellPage>($"tell-{kind}", SampleCase.UnderReview(), 1, new() { ["What"] = kind });
            yield return Link<TellPage>($"tell-{kind}-told", SampleCase.UnderReview(), 1, new() { ["What"] = kind, ["IsTold"] = true });
        }
        yield return Link<TellPage>("tell-problems", SampleCase.UnderReview(), 1, new()
        {
            ["What"] = MessageKind.WrongAddress,
            ["IsTooMany"] = true,
            ["Problems"] = new List<FieldProblem> { new("name", FieldFault.Missing), new("words", FieldFault.TooLong) },
        });
    }

    private static IEnumerable<SamplePage> ReviewPages()
    {
        var decision = new DecisionFields("request-changes", "Jean-Baptiste Ndong", "Clause 2", true, "hash");
        yield return Link<ReviewPage>("review-1", SampleCase.UnderReview(), 1, new() { ["Text"] = SampleTexts.First });
        yield return Link<ReviewPage>("review-2", SampleCase.SecondRound(), 2, new() { ["Text"] = SampleTexts.Second, ["Previous"] = SampleTexts.First });
        yield return Link<ReviewPage>("review-problems", SampleCase.UnderReview(), 1, new()
        {
            ["Text"] = SampleTexts.First,
            ["Form"] = decision with { Name = null, Reason = null },
            ["Refused"] = Refusal.ReasonMissing,
            ["Problems"] = new List<FieldProblem> { new("name", FieldFault.Missing), new("reason", FieldFault.Missing), new("choice", FieldFault.Missing) },
        });
        foreach (var (name, sample) in Cases().Where(c => c.Sample.Mou.Rounds.Any(r => r.Outcome is not null)))
            yield return Link<ReviewPage>($"review-over-{name}", sample, 1, new() { ["Text"] = SampleTexts.First, ["Over"] = true });
        yield return Link<ReviewPage>("review-over-fresh-link", SampleCase.SecondRound(), 1, new() { ["Text"] = SampleTexts.First, ["Over"] = true, ["FreshLinkSent"] = true });
        yield return Link<ReviewPage>("review-over-replaced", SampleCase.UnderReview(), 1, new() { ["Text"] = SampleTexts.First, ["Over"] = true });
        foreach (var fault in Enum.GetValues<CodeFault>())
            yield return Link<ReviewCodePage>($"review-code-{fault}", SampleCase.UnderReview(), 1, new() { ["Form"] = decision, ["Key"] = "key1", ["Fault"] = fault, ["TriesLeft"] = 4 });
        foreach (var choice in DecisionFields.Decisions.Concat(DecisionFields.Steps))
            yield return Link<ReviewCodePage>($"review-code-{choice}", SampleCase.UnderReview(), 1, new() { ["Form"] = decision with { Choice = choice }, ["Key"] = "key1" });
    }

    private static IEnumerable<SamplePage> StepPages()
    {
        var text = new Dictionary<string, object?> { ["Text"] = SampleTexts.First };
        var over = new Dictionary<string, object?>(text) { ["Over"] = true };
        yield return Link<ReviewPage>("review-acknowledged", SampleCase.Acknowledged(), 1, text);
        yield return Link<ReviewPage>("review-at-capital", SampleCase.AtCapital(), 1, text);
        yield return Link<ReviewPage>("review-resend-asked", SampleCase.ResendAsked(), 1, text);
        yield return Link<ReviewPage>("review-to-acknowledge", SampleCase.ReviewedWithSteps(), 1, text);
        yield return Link<ReviewPage>("review-several", SampleCase.SeveralEmbassies(), 1, text);
        yield return Other("review-several-other", SampleCase.SeveralEmbassies(), text);
        yield return Other("review-several-other-asked", SampleCase.LeadingEmbassyAccepted(), text);
        yield return Link<ReviewPage>("review-over-others-asked", SampleCase.LeadingEmbassyAccepted(), 1, over);
        yield return Other("review-over-ended-by-another", SampleCase.SeveralEmbassies()
            .ByEmbassy(mou => new MouCommand.RequestChanges(1, mou.Text, "Jean-Baptiste Ndong", "Hidden words.", true)), over);
        yield return Link<ReviewPage>("review-over-handed-over", SampleCase.HandedOver(), 1, over);
        yield return Link<ReviewPage>("review-step-refused", SampleCase.AtCapital(), 1, new(text) { ["Form"] = new DecisionFields("extend-capital", "Ndong", null, false, "hash"), ["Refused"] = Refusal.NoMoreExtensions });
        yield return Link<ReviewPage>("review-step-problems", SampleCase.UnderReview(), 1, new(text)
        {
            ["Form"] = new DecisionFields("hand-over", "", null, false, "hash", "", "nowhere"),
            ["Problems"] = new List<FieldProblem> { new("name", FieldFault.Missing), new("colleagueName", FieldFault.Missing), new("colleagueAddress", FieldFault.Malformed), new("unreadable", FieldFault.Missing) },
        });
        yield return Link<ReviewPage>("review-acknowledge-problems", SampleCase.UnderReview(), 1, new(text)
        {
            ["Form"] = new DecisionFields("acknowledge", "", null, false, null),
            ["Problems"] = Problem("name"),
        });
        foreach (var (step, sample) in new[]
        {
            ("acknowledge", SampleCase.Acknowledged()), ("refer-to-capital", SampleCase.AtCapital()), ("extend-capital", SampleCase.CapitalExtended()),
            ("return-from-capital", SampleCase.AtCapital().ByEmbassy(_ => new MouCommand.ReturnFromCapital(1, "Jean-Baptiste Ndong"))),
            ("hand-over", SampleCase.HandedOver()), ("ask-for-resend", SampleCase.ResendAsked()),
        })
            yield return Link<StepRecordedPage>($"review-recorded-{step}", sample, 1, new() { ["Step"] = step });
    }

    private static SamplePage Other(string name, SampleCase sample, Dictionary<string, object?> more) => Case<ReviewPage>(name, sample, new(more)
    {
        ["Token"] = "t0ken",
        ["Link"] = sample.OtherEmbassysLink(),
        ["Mission"] = SampleCase.OtherMission,
        ["Embassies"] = Embassies(sample.Mou, 1),
        ["Reader"] = null,
    });

    private static List<EmbassyInCase> Embassies(Mou mou, int round) => [.. mou.EmbassiesOf(round)
        .Select(embassy => new EmbassyInCase(embassy.Mission == SampleCase.OtherMission.Id ? SampleCase.OtherMission : SampleCase.Mission, embassy))];

    private static IEnumerable<SamplePage> CentralPages()
    {
        SamplePage Central<T>(string name, SampleCase sample, Dictionary<string, object?> more) where T : IComponent =>
            Case<T>(name, sample, new(more) { ["Token"] = "t0ken", ["Link"] = sample.CentralLink(), ["Reader"] = null });
        var (asked, fields) = (SampleCase.InCentralReview(), new CentralFields("comments", "Han Seo-yun", "Clause 2: the cost.", "hash"));
        var over = new Dictionary<string, object?> { ["Text"] = SampleTexts.First, ["Over"] = true };
        yield return Central<CentralReviewPage>("central", asked, new() { ["Text"] = SampleTexts.First });
        var said = SampleCase.CentralCommented();
        yield return Central<CentralReviewPage>("central-commented", said, new() { ["Text"] = SampleTexts.First, ["Comments"] = ClauseComments.Of(said.Events) });
        yield return Central<CommentCodePage>("central-comment-code", said, new() { ["Form"] = new CommentFields("2", "", "", "", "Han Seo-yun", "hash", "1"), ["Key"] = "key1" });
        yield return Case<CommentsPage>("comments-central", said, new()
        {
            ["Comments"] = ClauseComments.Of(said.Events),
            ["Texts"] = new Dictionary<TextHash, MouText> { [said.Mou.Text] = SampleTexts.First },
            ["MayAnswer"] = true,
        });
        yield return Central<CentralReviewPage>("central-second", asked, new() { ["Text"] = SampleTexts.Second, ["Previous"] = SampleTexts.First, ["FreshLinkSent"] = true });
        yield return Central<CentralReviewPage>("central-problems", asked, new()
        {
            ["Text"] = SampleTexts.First,
            ["Form"] = fields with { Words = null },
            ["Refused"] = Refusal.ReasonMissing,
            ["Problems"] = new List<FieldProblem> { new("answer", FieldFault.Missing), new("name", FieldFault.Missing), new("comments", FieldFault.Missing) },
        });
        foreach (var answer in new[] { CentralAnswer.NoObjection, CentralAnswer.Comments, CentralAnswer.Objection })
            yield return Central<CentralReviewPage>($"central-over-{answer}", SampleCase.CentralAnswered(answer), over);
        yield return Central<CentralReviewPage>("central-over-lapsed", SampleCase.InCentralReview().Pass(TimeSpan.FromDays(30)), over);
        yield return Central<CentralReviewPage>("central-over-replaced", asked, over);
        yield return Central<CentralReviewPage>("central-over-returned", SampleCase.Drafted(), over);
        yield return Central<CentralReviewPage>("central-over-copies", SampleCase.Notified(), over);
        yield return Central<CentralReviewPage>("central-over-withdrawn", SampleCase.Withdrawn(), over);
        yield return Central<CentralDeadlinesPage>("central-deadlines", asked, new() { ["Accounts"] = SampleDeadlines.Of(asked.Mou) });
        foreach (var answer in CentralFields.Answers)
            yield return Central<CentralCodePage>($"central-code-{answer}", asked, new() { ["Form"] = fields with { Answer = answer }, ["Key"] = "key1", ["Fault"] = CodeFault.Wrong, ["TriesLeft"] = 2 });
    }

    private static IEnumerable<SamplePage> SigningPages()
    {
        SamplePage Sign<T>(string name, SampleCase sample, Dictionary<string, object?> more) where T : IComponent =>
            Case<T>(name, sample, new(more) { ["Token"] = "t0ken", ["Link"] = sample.SigningLink(SampleCase.Governor), ["Reader"] = null });
        yield return Case<ScansPage>("scans-not-on-paper", SampleCase.InEffect(), []);
        yield return Case<ScansPage>("scans-none", SampleCase.SignedOnPaper(), []);
        yield return Case<ScansPage>("scans", SampleCase.HalfScanned(), new() { ["Recorded"] = new List<RecordedEvent> { SampleCase.HalfScanned().Last<MouEvent.ScanKept>() } });
        yield return Case<ScansPage>("scans-problems", SampleCase.HalfScanned(), new()
        {
            ["Chosen"] = Side.Counterparty,
            ["Refused"] = Refusal.ScanOfTheOther,
            ["Problems"] = new List<FieldProblem> { new("of", FieldFault.Missing), new("file", FieldFault.ActiveFile) },
        });
        yield return Case<MouCasePage>("case-scanned", SampleCase.HalfScanned(), new() { ["Text"] = SampleTexts.Second });
        var fields = new SignatureFields("Lee Cheol-woo", "Governor of Gyeongsangbuk-do", true, "hash");
        yield return Sign<SignPage>("sign", SampleCase.Signing(), new() { ["Text"] = SampleTexts.Second });
        yield return Sign<SignPage>("sign-problems", SampleCase.Signing(), new()
        {
            ["Text"] = SampleTexts.Second,
            ["Form"] = fields with { Intent = false },
            ["Refused"] = Refusal.TextChanged,
            ["Problems"] = new List<FieldProblem> { new("intent", FieldFault.Missing), new("name", FieldFault.Missing), new("office", FieldFault.Missing) },
        });
        yield return Sign<SignPage>("sign-over-half", SampleCase.HalfSigned(), new() { ["Text"] = SampleTexts.Second, ["Over"] = true });
        yield return Sign<SignPage>("sign-over-on-paper", SampleCase.OnPaperInstead(), new() { ["Text"] = SampleTexts.Second, ["Over"] = true });
        yield return Sign<SignPage>("sign-last", SampleCase.Signing().Sign(SampleCase.Mayor), new() { ["Text"] = SampleTexts.Second });
        yield return Case<MouCasePage>("case-signed-by-letter", SampleCase.SignedByLetter(), new() { ["Text"] = SampleTexts.Second });
        yield return Case<HistoryPage>("history-ceremony", SampleCase.CeremonyOnHoliday(), new() { ["Events"] = SampleCase.CeremonyOnHoliday().Events });
        yield return Sign<SignPage>("sign-over-effect", SampleCase.InEffect(), new() { ["Text"] = SampleTexts.Second, ["Over"] = true });
        yield return Sign<SignPage>("sign-over-replaced", SampleCase.Signing(), new() { ["Text"] = SampleTexts.Second, ["Over"] = true });
        yield return Sign<SignPage>("sign-over-ended", SampleCase.Withdrawn(), new() { ["Text"] = SampleTexts.Second, ["Over"] = true, ["FreshLinkSent"] = true });
        yield return Sign<SignCodePage>("sign-code-in-french", SampleCase.Signing(), new() { ["Form"] = fields with { Language = "fr" }, ["Key"] = "key1" });
        yield return Sign<SignCodePage>("sign-code", SampleCase.Signing(), new() { ["Form"] = fields, ["Key"] = "key1", ["Fault"] = CodeFault.Wrong, ["TriesLeft"] = 1 });
    }

    private static IEnumerable<SamplePage> FaultPages() =>
    [
        .. Enum.GetValues<FaultKind>().Select(kind => Of<FaultPage>($"fault-{kind}", new() { ["Kind"] = kind, ["Reference"] = "4bf92f35" })),
        .. Enum.GetValues<Refusal>().Select(why => Of<FaultPage>($"fault-refused-{why}", new() { ["Kind"] = FaultKind.Refused, ["Why"] = why, ["NextPath"] = "/office", ["Problems"] = Problem("title.fr") })),
    ];

    public static IReadOnlyList<(string Name, SampleCase Sample)> Cases() =>
    [
        ("draft", SampleCase.Drafted()), ("under-review", SampleCase.UnderReview()), ("redraft", SampleCase.Redrafted(isPublic: false)), ("round-2", SampleCase.SecondRound()),
        ("agreed", SampleCase.Agreed()), ("signing", SampleCase.Signing()), ("half-signed", SampleCase.HalfSigned()), ("in-effect", SampleCase.InEffect()),
        ("declined", SampleCase.Declined()), ("withdrawn", SampleCase.Withdrawn()),
    ];

    private static IEnumerable<(string Name, SampleCase Sample, Role Role)> AtHome() =>
    [
        ("in-approval", SampleCase.InApproval(), Role.HeadOfOffice), ("at-council", SampleCase.AtCouncil(), Role.CouncilClerk),
        ("in-central-review", SampleCase.InCentralReview(), Role.Drafter), ("with-steps", SampleCase.ReviewedWithSteps(), Role.Drafter),
        ("signed", SampleCase.SignedWithSteps(), Role.Drafter), ("notified", SampleCase.Notified(), Role.HeadOfOffice), ("ended", SampleCase.InEffectForLong(), Role.Drafter),
    ];

    public static SamplePage Of<T>(string name, Dictionary<string, object?> parameters) where T : IComponent =>
        new(name, (renderer, language) => renderer.RenderAsync<T>(parameters, language));

    private static SamplePage Case<T>(string name, SampleCase sample, Dictionary<string, object?> more) where T : IComponent =>
        Of<T>(name, new Dictionary<string, object?>
        {
            ["Reader"] = SampleCase.Officer,
            ["Mou"] = sample.Mou,
            ["Office"] = SampleCase.Office,
            ["Mission"] = SampleCase.Mission,
        }.Concat(more).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    private static SamplePage Link<T>(string name, SampleCase sample, int round, Dictionary<string, object?> more) where T : IComponent =>
        Case<T>(name, sample, WithEmbassies<T>(sample, round, new(more) { ["Token"] = "t0ken", ["Link"] = sample.ReviewLink(round), ["Reader"] = null }));

    private static Dictionary<string, object?> WithEmbassies<T>(SampleCase sample, int round, Dictionary<string, object?> parameters)
    {
        if (typeof(T) == typeof(ReviewPage)) parameters["Embassies"] = Embassies(sample.Mou, round);
        return parameters;
    }

    private static List<Mission> Missions() => [SampleCase.Mission];

    private static List<FieldProblem> Problem(string field) => [new(field, FieldFault.Missing)];

    private static List<CaseRow> Rows() =>
    [
        Row("a1", StageName.UnderReview, 2, WaitedOn.Embassy, SampleCase.Start.AddDays(30), false),
        Row("a2", StageName.Draft, 1, WaitedOn.Office, null, false),
        Row("a3", StageName.UnderReview, 1, WaitedOn.Embassy, SampleCase.Start.AddDays(-2), true),
        Row("a4", StageName.InEffect, 2, WaitedOn.Nobody, null, false),
        Row("a5", StageName.Signing, 2, WaitedOn.Signers, SampleCase.Start.AddDays(20), false),
    ];

    private static CaseRow Row(string id, StageName stage, int round, WaitedOn waitedOn, DateTimeOffset? due, bool overdue) => new(
        new(id), SampleCase.Office.Id, SampleCase.Mission.Id, SampleTexts.Title, MouKind.Friendship, stage, round, waitedOn,
        SampleCase.Start, due, overdue, SampleCase.Start, SampleCase.Start, 3);

    private static List<MailRow> Mails() =>
        [.. Enum.GetValues<MailKind>().Select((kind, i) => new MailRow($"m{i}", kind, new("review@gabon.example"), (MailState)(i % 4), SampleCase.Start.AddMinutes(i), null)),
         new("c", null, new("review@gabon.example"), MailState.Sent, SampleCase.Start, SampleCase.Start)];
}

/// <summary>One page in one state.</summary>
public sealed record SamplePage(string Name, Func<PageRenderer, Language, Task<string>> WriteAsync);
