using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Carries out the actions of <see cref="OfficeActions"/>: the same deeds for pages and for JSON.</summary>
public sealed class CaseDeeds(OfficeCases own, OfficeDeeds deeds, PrintedNames printed)
{
    /// <summary>What of a ceremony stands in the originals.</summary>
    private static readonly string[] OnPaper =
    [
        "localGovernment.name", "localGovernment.office", "localGovernment.authority", "counterparty.name", "counterparty.office", "counterparty.authority", "place", "witnesses",
    ];

    /// <exception cref="ProblemException">404: there is no such action.</exception>
    public static CaseAction Expect(string name) => OfficeActions.Named(name) ?? throw new ProblemException(ProblemKind.NotFound);

    public async Task<OfficeDeed> CarryOutAsync(
        Caller caller, Mou mou, CaseAction action, IReadOnlyDictionary<string, string> values, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        if (!action.IsFor(Roles.Of(caller.ActingForOffice()))) return new OfficeDeed.Refused(Refusal.NotYours, mou);
        var problems = ActionReading.ProblemsOf(action, values);
        if (problems.Count > 0) return new OfficeDeed.Unreadable(problems);
        if (action.Command == typeof(MouCommand.SetCeremony) && printed.Problems(OnPaper.Select(field => (field, values.GetValueOrDefault(field)?.ReplaceLineEndings(" ")))) is { Count: > 0 } holes)
            return new OfficeDeed.Unreadable(holes);
        if (await IsOtherUnknownAsync(caller, action, values, cancellation)) return new OfficeDeed.Unreadable([new("other", FieldFault.Unknown)]);
        return await deeds.DoAsync(mou.Id, await AddressedAsync(action.Make(new(mou, NameOf(caller), values)), mou, cancellation), caller, key, null, engine, cancellation);
    }

    /// <summary>What came back goes to the address that is on file by now.</summary>
    private async Task<MouCommand> AddressedAsync(MouCommand command, Mou mou, CancellationToken cancellation) =>
        command is MouCommand.Resend resend && mou.Stage is Stage.UnderReview review
            && review.Of(resend.Mission ?? mou.Particulars.Mission) is { IsOpen: true, UndeliveredAt: not null } embassy
            ? resend with { To = await deeds.ReviewerAsync(embassy.Mission, cancellation) } : command;

    /// <summary>Another MOU is one of the same office, or none.</summary>
    private async Task<bool> IsOtherUnknownAsync(Caller caller, CaseAction action, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        if (!action.Fields.Any(field => field.Form == FieldForm.OtherMou)) return false;
        try
        {
            await own.FindAsync(caller, ActionReading.IdIn(values["other"]), cancellation);
            return false;
        }
        catch (ProblemException)
        {
            return true;
        }
    }

    private static string NameOf(Caller caller) => caller.ActingForOffice() switch
    {
        Actor.OfficeMember member => member.Name,
        Actor.ApiClient client => client.Label,
        var other => throw new InvalidOperationException($"{other.GetType().Name} acts for no office."),
    };
}
