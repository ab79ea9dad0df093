using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Messages;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The portal's pages about one MOU, each with what it shows.</summary>
public sealed class CasePages(PageAnswers pages, TextStore texts, ReferenceTables reference, MailLedger mails, DraftScreening screening, OfficeCases cases, UnsavedDrafts unsaved,
    LinkOpenings openings, MessageStore messages)
{
    private const int NewestEvents = 5;

    public async Task<IActionResult> ShowCaseAsync(
        HttpRequest request, Mou mou, CancellationToken cancellation, int status = 200, Refusal? refused = null, IReadOnlyList<FieldProblem>? problems = null,
        IReadOnlyList<RecordedEvent>? recorded = null, SubmissionForm? sent = null) =>
        await pages.ShowAsync<MouCasePage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(MouCasePage.Text)] = await texts.ExpectAsync(mou.Text, cancellation),
            [nameof(MouCasePage.VaryingTexts)] = await texts.OfVariationsAsync(mou, cancellation),
            [nameof(MouCasePage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(MouCasePage.Recorded)] = recorded,
            [nameof(MouCasePage.Newest)] = await cases.NewestAsync(mou, NewestEvents, cancellation),
            [nameof(MouCasePage.Sent)] = sent,
            [nameof(MouCasePage.Unsaved)] = mou.Stage is Stage.Drafting ? await unsaved.FindAsync(UnsavedPlace.Of(mou.Id), cancellation) : null,
            [nameof(MouCasePage.Findings)] = await screening.OfAsync(mou, cancellation),
            [nameof(MouCasePage.Role)] = Roles.Of(request.Caller().ActingForOffice()),
            [nameof(MouCasePage.Mails)] = await mails.OfCaseAsync(mou.Id, cancellation),
            [nameof(MouCasePage.Messages)] = (await messages.OfCaseAsync(mou.Id, cancellation)).Count,
            [nameof(MouCasePage.Refused)] = refused,
            [nameof(MouCasePage.Problems)] = problems ?? [],
        }, status);

    public async Task<IActionResult> ShowActionAsync(
        HttpRequest request, Mou mou, CaseAction action, IReadOnlyDictionary<string, string> values, CancellationToken cancellation,
        int status = 200, Refusal? refused = null, IReadOnlyList<FieldProblem>? problems = null) =>
        await pages.ShowAsync<CaseActionPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(CaseActionPage.Action)] = action,
            [nameof(CaseActionPage.Values)] = values,
            [nameof(CaseActionPage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(CaseActionPage.Refused)] = refused,
            [nameof(CaseActionPage.Problems)] = problems ?? [],
        }, status);

    public async Task<IActionResult> ShowHistoryAsync(HttpRequest request, Mou mou, IReadOnlyList<RecordedEvent> events, CancellationToken cancellation) =>
        await pages.ShowAsync<HistoryPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(HistoryPage.Events)] = events,
            [nameof(HistoryPage.Openings)] = await openings.OfCaseAsync(mou.Id, cancellation),
            [nameof(HistoryPage.Missions)] = await MissionsAsync(mou, cancellation),
        });

    public async Task<IActionResult> ShowMessagesAsync(HttpRequest request, Mou mou, CancellationToken cancellation) =>
        await pages.ShowAsync<MessagesPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(MessagesPage.Messages)] = await messages.OfCaseAsync(mou.Id, cancellation),
            [nameof(MessagesPage.Missions)] = await MissionsAsync(mou, cancellation),
        });

    public async Task<IActionResult> ShowDeadlinesAsync(
        HttpRequest request, Mou mou, IReadOnlyList<DeadlineAccount> accounts, IReadOnlyList<PastAccount> past, CancellationToken cancellation) =>
        await pages.ShowAsync<DeadlinesPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(DeadlinesPage.Accounts)] = accounts,
            [nameof(DeadlinesPage.Past)] = past,
        });

    /// <exception cref="ProblemException">404: there was no such round.</exception>
    public async Task<IActionResult> ShowRoundAsync(HttpRequest request, Mou mou, int number, CancellationToken cancellation)
    {
        var round = mou.RoundNumbered(number) ?? throw new ProblemException(ProblemKind.NotFound);
        var before = mou.RoundNumbered(number - 1);
        return await pages.ShowAsync<RoundTextPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(RoundTextPage.Round)] = number,
            [nameof(RoundTextPage.Text)] = await texts.ExpectAsync(round.Text, cancellation),
            [nameof(RoundTextPage.Comments)] = await CommentsAsync(mou, cancellation),
            [nameof(RoundTextPage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(RoundTextPage.Previous)] = before is null ? null : await texts.ExpectAsync(before.Text, cancellation),
        });
    }

    public async Task<IActionResult> ShowCommentsAsync(HttpRequest request, Mou mou, CancellationToken cancellation)
    {
        var comments = await CommentsAsync(mou, cancellation);
        var read = new Dictionary<TextHash, MouText>();
        foreach (var hash in comments.Select(comment => comment.Text).Distinct())
            read[hash] = await texts.ExpectAsync(hash, cancellation);
        return await pages.ShowAsync<CommentsPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(CommentsPage.Comments)] = comments,
            [nameof(CommentsPage.Texts)] = read,
            [nameof(CommentsPage.Missions)] = await MissionsAsync(mou, cancellation),
            [nameof(CommentsPage.MayAnswer)] = mou.Stage is { IsEnd: false, Given: null } and not Stage.OnHold
                && WhoMayDo.Table[typeof(MouCommand.AnswerComment)].Contains(Roles.Of(request.Caller().ActingForOffice())),
        });
    }

    private async Task<IReadOnlyList<ClauseComment>> CommentsAsync(Mou mou, CancellationToken cancellation) =>
        mou.Comments.Count == 0 ? [] : ClauseComments.Of(await cases.HistoryAsync(mou, cancellation));

    public async Task<IActionResult> ShowSigningAsync(
        HttpRequest request, Mou mou, CancellationToken cancellation, int status = 200,
        SigningForm? form = null, Refusal? refused = null, IReadOnlyList<FieldProblem>? problems = null) =>
        await pages.ShowAsync<SigningPreparationPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(SigningPreparationPage.Form)] = form,
            [nameof(SigningPreparationPage.Refused)] = refused,
            [nameof(SigningPreparationPage.Problems)] = problems ?? [],
        }, status);

    public async Task<IActionResult> ShowScansAsync(
        HttpRequest request, Mou mou, CancellationToken cancellation, int status = 200, Side? side = null, Refusal? refused = null,
        IReadOnlyList<FieldProblem>? problems = null, IReadOnlyList<RecordedEvent>? recorded = null) =>
        await pages.ShowAsync<ScansPage>(request, new(await AboutAsync(mou, cancellation))
        {
            [nameof(ScansPage.Chosen)] = side,
            [nameof(ScansPage.Recorded)] = recorded,
            [nameof(ScansPage.Refused)] = refused,
            [nameof(ScansPage.Problems)] = problems ?? [],
        }, status);

    /// <summary>Every mission that has a part in it.</summary>
    private async Task<IReadOnlyDictionary<MissionId, Mission>> MissionsAsync(Mou mou, CancellationToken cancellation)
    {
        var all = new Dictionary<MissionId, Mission>();
        foreach (var id in (mou.Particulars.OtherMissions ?? []).Select(other => other.Mission).Prepend(mou.Particulars.Mission).Distinct())
            all[id] = await reference.ExpectMissionAsync(id, cancellation);
        return all;
    }

    private async Task<Dictionary<string, object?>> AboutAsync(Mou mou, CancellationToken cancellation) => new()
    {
        [nameof(MouCasePage.Mou)] = mou,
        [nameof(MouCasePage.Office)] = await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation),
        [nameof(MouCasePage.Mission)] = await reference.ExpectMissionAsync(mou.Particulars.Mission, cancellation),
    };
}
