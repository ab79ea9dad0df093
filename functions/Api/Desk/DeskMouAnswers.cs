using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>Any office's MOU, and what came of the desk's actions, as JSON.</summary>
public sealed class DeskMouAnswers(MouAnswers mous, ReferenceTables reference, MailLedger mails, OrchestrationReading orchestrations, TimeProvider time)
{
    /// <exception cref="ProblemException">What the deed came to, where it was not done.</exception>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, OfficeDeed deed, DurableTaskClient engine, CancellationToken cancellation) => deed switch
    {
        OfficeDeed.Done done => await AnswerAsync(request, done.Mou, engine, cancellation),
        OfficeDeed.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
        OfficeDeed.Refused refused => throw new ProblemException(new Problem(ProblemKind.Refused)
        {
            Refusal = refused.Why,
            Current = await OfAsync(request, refused.Mou, engine, cancellation),
        }),
        _ => throw new InvalidOperationException($"{deed.GetType().Name} comes of none of the desk's actions."),
    };

    public async Task<IActionResult> AnswerAsync(HttpRequest request, Mou mou, DurableTaskClient engine, CancellationToken cancellation) =>
        new JsonAnswer(await OfAsync(request, mou, engine, cancellation));

    private async Task<DeskMouAnswer> OfAsync(HttpRequest request, Mou mou, DurableTaskClient engine, CancellationToken cancellation)
    {
        var orchestration = await orchestrations.OfAsync(mou.Id, engine, cancellation);
        return new(
            await mous.OfAsync(mou, cancellation),
            await EmbassiesAsync(mou, cancellation),
            [.. (await mails.OfCaseAsync(mou.Id, cancellation)).Select(CaseMailAnswer.Of)],
            CaseOrchestrationAnswer.Of(orchestration, mou),
            await reference.FindLocalGovernmentAsync(mou.Office, SeoulTime.DayOf(time.GetUtcNow()), cancellation) is PartyStanding.Former former
                ? [.. former.Successors.Select(one => new NamedAnswer(one.Id.Value, one.Name))] : [],
            mou.Proposal is { } waiting ? WaitingAddressAnswer.Of(waiting, isMasked: !request.Caller().IsDesk) : null,
            [.. DeskActions.For(request.Caller().ActingForAssociation().Role, mou, orchestration.Found).Select(action => action.Name)]);
    }

    private async Task<IReadOnlyList<AskedEmbassyAnswer>> EmbassiesAsync(Mou mou, CancellationToken cancellation)
    {
        var asked = new List<AskedEmbassyAnswer>();
        foreach (var embassy in mou.Embassies)
            asked.Add(AskedEmbassyAnswer.Of(embassy, (await reference.ExpectMissionAsync(embassy.Mission, cancellation)).Name));
        return asked;
    }
}
