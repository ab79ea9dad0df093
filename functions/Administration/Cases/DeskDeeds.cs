using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Secretariat.Actions;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>Carries out the actions of <see cref="DeskActions"/>: the same deeds for pages and for JSON.</summary>
public sealed class DeskDeeds(MouCases cases, StepIn steps, PartyCheck parties, ReferenceTables reference, MailLedger mails, TimeProvider time)
{
    /// <exception cref="ProblemException">404: there is no such action.</exception>
    public static CaseAction Expect(string name) => DeskActions.Named(name) ?? throw new ProblemException(ProblemKind.NotFound);

    /// <exception cref="ProblemException">422: the successor does not exist today.</exception>
    public async Task<OfficeDeed> CarryOutAsync(
        Caller caller, Mou mou, CaseAction action, IReadOnlyDictionary<string, string> values, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var by = caller.ActingForAssociation();
        var problems = ActionReading.ProblemsOf(action, values);
        if (problems.Count > 0) return new OfficeDeed.Unreadable(problems);
        var command = action.Make(await InputAsync(mou, by.Name, action, values, engine, cancellation));
        if (command is MouCommand.ConfirmSuccessor { Successor: var successor } && await IsNoneOfTheSuccessorsAsync(mou, successor, cancellation))
            return new OfficeDeed.Unreadable([new("successor", FieldFault.Unknown)]);
        var result = await cases.CarryOutAsync(new(mou.Id, command, by, key), engine, cancellation);
        // Once more where the request comes a second time: whoever sent the first was perhaps cut off in between.
        if (action.Where is not null && result is CommandResult.Done) await steps.TryAsync(mou.Id, engine, CancellationToken.None);
        return OfficeDeed.Of(result);
    }

    /// <summary>What was sent; for an action on the orchestration with how that is now.</summary>
    private async Task<ActionInput> InputAsync(
        Mou mou, string name, CaseAction action, IReadOnlyDictionary<string, string> values, DurableTaskClient engine, CancellationToken cancellation) =>
        action.Where is null ? new(mou, name, values) : new(mou, name, values)
        {
            Found = await OrchestrationReading.FoundAsync(mou.Id, engine, cancellation),
            LeftToDo = await cases.LeftToDoAsync(mou.Id, cancellation),
            GivenUpMails = [.. (await mails.OfCaseAsync(mou.Id, cancellation)).Where(mail => mail.State == MailState.GivenUp).Select(mail => mail.Id)],
        };

    /// <summary>Those who can take the party's place today.</summary>
    public async Task<IReadOnlyList<LocalGovernment>> SuccessorsAsync(Mou mou, CancellationToken cancellation) =>
        Successors.Of(mou.Office, SeoulTime.DayOf(time.GetUtcNow()), await reference.LocalGovernmentsAsync(cancellation));

    /// <summary>It has taken the place already where the request comes a second time.</summary>
    private async Task<bool> IsNoneOfTheSuccessorsAsync(Mou mou, LocalGovernmentId successor, CancellationToken cancellation)
    {
        await parties.RequireAsync(successor, cancellation);
        return mou.Office != successor && (await SuccessorsAsync(mou, cancellation)).All(one => one.Id != successor);
    }
}
