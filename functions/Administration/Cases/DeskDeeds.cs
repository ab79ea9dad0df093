using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Secretariat.Actions;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>Carries out the actions of <see cref="DeskActions"/>: the same deeds for pages and for JSON.</summary>
public sealed class DeskDeeds(MouCases cases, PartyCheck parties, ReferenceTables reference, TimeProvider time)
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
        var command = action.Make(new(mou, by.Name, values));
        return command is MouCommand.ConfirmSuccessor { Successor: var successor } && await IsNoneOfTheSuccessorsAsync(mou, successor, cancellation)
            ? new OfficeDeed.Unreadable([new("successor", FieldFault.Unknown)])
            : OfficeDeed.Of(await cases.CarryOutAsync(new(mou.Id, command, by, key), engine, cancellation));
    }

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
