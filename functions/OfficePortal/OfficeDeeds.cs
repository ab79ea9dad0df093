using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What an office does with its MOUs: the same deeds for the portal's pages and for JSON.</summary>
public sealed class OfficeDeeds(MouCases cases, OfficeCases own, DraftReader drafts, TextStore texts, PartyCheck parties, SettingsRegister settings)
{
    /// <param name="idempotencyKey">Gives the new MOU its id: the same key makes the same MOU.</param>
    public async Task<OfficeDeed> CreateAsync(
        Caller caller, string idempotencyKey, DraftForm form, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        await parties.RequireAsync(caller.Office!.Value, cancellation);
        return await drafts.ReadAsync(form, cancellation) switch
        {
            DraftReading.Readable read => await DoAsync(
                MouCases.IdFor(caller.Principal, idempotencyKey),
                new MouCommand.CreateDraft(
                    caller.Office!.Value, read.Particulars, await texts.SaveAsync(read.Text, cancellation), await settings.FindCurrentAsync(cancellation)),
                caller, key, null, engine, cancellation),
            DraftReading.Unreadable wrong => new OfficeDeed.Unreadable(wrong.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no reading of a draft."),
        };
    }

    public async Task<OfficeDeed> ReplaceAsync(
        Caller caller, string id, DraftForm form, int? expectedVersion, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var mou = await own.FindAsync(caller, id, cancellation);
        return await drafts.ReadAsync(form, cancellation) switch
        {
            DraftReading.Readable read => await DoAsync(
                mou.Id, new MouCommand.ReplaceDraft(read.Particulars, await texts.SaveAsync(read.Text, cancellation)),
                caller, key, expectedVersion, engine, cancellation),
            DraftReading.Unreadable wrong => new OfficeDeed.Unreadable(wrong.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no reading of a draft."),
        };
    }

    /// <exception cref="ProblemException">422 where a party is not there any more, or the mission has no address on file.</exception>
    public async Task<OfficeDeed> SubmitAsync(
        Caller caller, string id, string? textHash, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var mou = await own.FindAsync(caller, id, cancellation);
        if (string.IsNullOrWhiteSpace(textHash))
            return OfficeDeed.Unreadable.Missing("textHash");
        await parties.RequireAsync(mou.Office, cancellation);
        var mission = await parties.RequireAsync(mou.Particulars.Mission, cancellation);
        return mission.Contact is { } address
            ? await DoAsync(
                mou.Id, new MouCommand.SubmitDraft(new(textHash), new(mission.Id, address, mission.Language, ClosedDays: mission.ClosedDays)), caller, key, null, engine, cancellation)
            : throw new ProblemException(ProblemKind.MissionWithoutAddress);
    }

    public async Task<OfficeDeed> WithdrawAsync(
        Caller caller, string id, string? reason, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var mou = await own.FindAsync(caller, id, cancellation);
        return Plain.Fault(reason, 4000) is { } fault
            ? new OfficeDeed.Unreadable([new("reason", fault)])
            : await DoAsync(mou.Id, new MouCommand.Withdraw(reason!.Trim()), caller, key, null, engine, cancellation);
    }

    public async Task<OfficeDeed> OpenSigningAsync(
        Caller caller, string id, SigningForm form, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var mou = await own.FindAsync(caller, id, cancellation);
        return SigningReader.Read(form) switch
        {
            (null, var wrong) => new OfficeDeed.Unreadable(wrong),
            ({ } open, _) => await DoAsync(mou.Id, open, caller, key, null, engine, cancellation),
        };
    }

    internal async Task<OfficeDeed> DoAsync(
        MouId id, MouCommand command, Caller caller, CommandKey key, int? expectedVersion, DurableTaskClient engine, CancellationToken cancellation) =>
        await cases.CarryOutAsync(new(id, command, caller.ActingForOffice(), key, expectedVersion), engine, cancellation) switch
        {
            CommandResult.Done done => new OfficeDeed.Done(done.Mou, done.New),
            // Of what was not begun there is nothing to show.
            CommandResult.Refused { Mou.Stage: Stage.NotBegun } refused => throw new ProblemException(new Problem(ProblemKind.Refused) { Refusal = refused.Why }),
            CommandResult.Refused refused => new OfficeDeed.Refused(refused.Why, refused.Mou),
            CommandResult.VersionMismatch stale => new OfficeDeed.Stale(stale.Mou),
            CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
            _ => throw new ProblemException(ProblemKind.NotFound),
        };
}
