using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Api;

/// <summary>An office's MOU, and what came of its deeds, as JSON.</summary>
public sealed class MouAnswers(TextStore texts, ReferenceTables reference)
{
    /// <exception cref="ProblemException">What the deed came to, where it was not done.</exception>
    public async Task<IActionResult> AnswerAsync(OfficeDeed deed, CancellationToken cancellation, int status = 200) => deed switch
    {
        OfficeDeed.Done done => await AnswerAsync(done.Mou, cancellation, status),
        OfficeDeed.Unreadable wrong => throw Problem(wrong.Problems),
        OfficeDeed.Refused refused => throw new ProblemException(new Problem(ProblemKind.Refused)
        {
            Refusal = refused.Why,
            Current = await OfAsync(refused.Mou, cancellation),
            NextAt = refused.Why == Refusal.RemindedToday ? MouLifecycle.RemindersIn(refused.Mou).Min(offer => offer.NextAt) : null,
        }),
        OfficeDeed.Screened screened => throw new ProblemException(new Problem(ProblemKind.ScreeningErrors)
        {
            Current = new ScreeningAnswer([.. screened.Findings.Select(FindingAnswer.Of)]),
        }),
        OfficeDeed.Stale stale => throw new ProblemException(new Problem(ProblemKind.Stale) { Current = await OfAsync(stale.Mou, cancellation) }),
        _ => throw new InvalidOperationException($"{deed.GetType().Name} has no answer."),
    };

    public async Task<IActionResult> AnswerAsync(Mou mou, CancellationToken cancellation, int status = 200) =>
        new JsonAnswer(await OfAsync(mou, cancellation), status)
        {
            EntityTag = EntityTags.Of(mou.Version),
            Location = status == 201 ? "/api/mous/" + mou.Id : null,
        };

    public static ProblemException Problem(IReadOnlyList<FieldProblem> problems) =>
        new(new Problem(KindOf(problems))
        {
            Fields = [.. problems.Select(p => new WrongField(p))],
        });

    private static ProblemKind KindOf(IReadOnlyList<FieldProblem> problems) =>
        problems.Any(p => p.Fault == FieldFault.TextTooLong) ? ProblemKind.TextTooLong
        : problems.Any(p => p.Fault == FieldFault.FileTooLarge) ? ProblemKind.FileTooLarge
        : ProblemKind.FieldsWrong;

    internal async Task<MouAnswer> OfAsync(Mou mou, CancellationToken cancellation) => MouAnswer.Of(
        mou,
        await texts.ExpectAsync(mou.Text, cancellation),
        await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation),
        await reference.ExpectMissionAsync(mou.Particulars.Mission, cancellation));
}
