using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Pages.Messages;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>The desk's pages about one MOU, each with what it shows.</summary>
public sealed class DeskCasePages(
    PageAnswers pages, DeskCases cases, DeskDeeds deeds, OrchestrationReading orchestrations, TextStore texts, ReferenceTables reference, MailLedger mails, DeadlineAccounts deadlines,
    LinkOpenings openings, MessageStore messages, CaseRecords records)
{
    public const string Base = "/desk/mous";

    public async Task<IActionResult> ShowCaseAsync(
        HttpRequest request, Mou mou, DurableTaskClient engine, CancellationToken cancellation, IReadOnlyList<RecordedEvent>? recorded = null) =>
        await pages.ShowAsync<DeskCasePage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(DeskCasePage.Text)] = await texts.ExpectAsync(mou.Text, cancellation),
            [nameof(DeskCasePage.VaryingTexts)] = await texts.OfVariationsAsync(mou, cancellation),
            [nameof(DeskCasePage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(DeskCasePage.Accounts)] = await deadlines.OfAsync(mou, cancellation),
            [nameof(DeskCasePage.Events)] = await cases.HistoryAsync(mou, cancellation),
            [nameof(DeskCasePage.Mails)] = await mails.OfCaseAsync(mou.Id, cancellation),
            [nameof(DeskCasePage.Orchestration)] = await orchestrations.OfAsync(mou.Id, engine, cancellation),
            [nameof(DeskCasePage.Role)] = request.Caller().ActingForAssociation().Role,
            [nameof(DeskCasePage.Messages)] = (await messages.OfCaseAsync(mou.Id, cancellation)).Count,
            [nameof(DeskCasePage.Recorded)] = recorded,
        });

    public async Task<IActionResult> ShowActionAsync(
        HttpRequest request, Mou mou, CaseAction action, IReadOnlyDictionary<string, string> values, CancellationToken cancellation,
        int status = 200, Refusal? refused = null, IReadOnlyList<FieldProblem>? problems = null) =>
        await pages.ShowAsync<CaseActionPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(CaseActionPage.Action)] = action,
            [nameof(CaseActionPage.Values)] = values,
            [nameof(CaseActionPage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(CaseActionPage.Governments)] = action.Fields.Any(field => field.Form == FieldForm.LocalGovernment) ? await deeds.SuccessorsAsync(mou, cancellation) : [],
            [nameof(CaseActionPage.Refused)] = refused,
            [nameof(CaseActionPage.Problems)] = problems ?? [],
        }, status);

    public async Task<IActionResult> ShowHistoryAsync(HttpRequest request, Mou mou, CancellationToken cancellation) =>
        await pages.ShowAsync<HistoryPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(HistoryPage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(HistoryPage.Openings)] = await openings.OfCaseAsync(mou.Id, cancellation),
            [nameof(HistoryPage.Events)] = await cases.HistoryAsync(mou, cancellation),
            [nameof(HistoryPage.MayCorrect)] = request.Caller().IsDesk,
        });

    public async Task<IActionResult> ShowMessagesAsync(HttpRequest request, Mou mou, CancellationToken cancellation) =>
        await pages.ShowAsync<MessagesPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(MessagesPage.Messages)] = await messages.OfCaseAsync(mou.Id, cancellation),
            [nameof(MessagesPage.Missions)] = await MissionsAsync(mou, cancellation),
        });

    public async Task<IActionResult> ShowTimelineAsync(
        HttpRequest request, Mou mou, CaseTimeline timeline, bool isOpen, IReadOnlyList<FieldProblem> problems, CancellationToken cancellation) =>
        await pages.ShowAsync<TimelinePage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(TimelinePage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(TimelinePage.Timeline)] = timeline,
            [nameof(TimelinePage.ShowsAll)] = request.Query["all"] == "true",
            [nameof(TimelinePage.IsOpen)] = isOpen,
            [nameof(TimelinePage.MayOpen)] = request.Caller().ActingForAssociation().Role != Role.Auditor,
            [nameof(TimelinePage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    public async Task<IActionResult> ShowRowsAsync(
        HttpRequest request, Mou mou, IReadOnlyList<RawRow> rows, bool isOpen, IReadOnlyList<FieldProblem> problems, CancellationToken cancellation) =>
        await pages.ShowAsync<RowsPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(RowsPage.Rows)] = rows,
            [nameof(RowsPage.Openings)] = await records.OpeningsAsync(mou.Id, cancellation),
            [nameof(RowsPage.IsOpen)] = isOpen,
            [nameof(RowsPage.MayOpen)] = request.Caller().ActingForAssociation().Role != Role.Auditor,
            [nameof(RowsPage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status400BadRequest : 200);

    public async Task<IActionResult> ShowDeadlinesAsync(HttpRequest request, Mou mou, CancellationToken cancellation) =>
        await pages.ShowAsync<DeadlinesPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(DeadlinesPage.Accounts)] = await deadlines.OfAsync(mou, cancellation),
            [nameof(DeadlinesPage.Past)] = await deadlines.PastAsync(mou, cancellation),
        });

    /// <exception cref="ProblemException">404: there was no such round.</exception>
    public async Task<IActionResult> ShowRoundAsync(HttpRequest request, Mou mou, int number, CancellationToken cancellation)
    {
        var round = mou.RoundNumbered(number) ?? throw new ProblemException(ProblemKind.NotFound);
        var before = mou.RoundNumbered(number - 1);
        return await pages.ShowAsync<RoundTextPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(RoundTextPage.Round)] = number,
            [nameof(RoundTextPage.HasDocuments)] = false,
            [nameof(RoundTextPage.Text)] = await texts.ExpectAsync(round.Text, cancellation),
            [nameof(RoundTextPage.Previous)] = before is null ? null : await texts.ExpectAsync(before.Text, cancellation),
        });
    }

    private async Task<IReadOnlyDictionary<MissionId, Mission>> MissionsAsync(Mou mou, CancellationToken cancellation)
    {
        var all = new Dictionary<MissionId, Mission>();
        foreach (var id in (mou.Particulars.OtherMissions ?? []).Select(other => other.Mission).Prepend(mou.Particulars.Mission).Distinct())
            all[id] = await reference.ExpectMissionAsync(id, cancellation);
        return all;
    }

    private async Task<Dictionary<string, object?>> AboutAsync(Mou mou, CancellationToken cancellation) => new()
    {
        [nameof(CasePage.Base)] = Base,
        [nameof(CasePage.Mou)] = mou,
        [nameof(CasePage.Office)] = await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation),
        [nameof(CasePage.Mission)] = await reference.ExpectMissionAsync(mou.Particulars.Mission, cancellation),
        [nameof(CasePage.Offices)] = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(office => office.Id),
    };
}
