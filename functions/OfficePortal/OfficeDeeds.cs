using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What an office does with its MOUs: the same deeds for the portal's pages and for JSON.</summary>
public sealed class OfficeDeeds(MouCases cases, OfficeCases own, DraftReader drafts, TextStore texts, PartyCheck parties, SettingsRegister settings, DraftScreening screening, DraftOrigins origins, PrintedNames printed)
{
    /// <param name="idempotencyKey">Gives the new MOU its id: the same key makes the same MOU.</param>
    public Task<OfficeDeed> CreateAsync(
        Caller caller, string idempotencyKey, DraftForm form, CommandKey key, DurableTaskClient engine, CancellationToken cancellation) =>
        CreateAsync(caller, MouCases.IdFor(caller.Principal, idempotencyKey), form, key, engine, cancellation);

    public async Task<OfficeDeed> CreateAsync(Caller caller, MouId id, DraftForm form, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        await parties.RequireAsync(caller.Office!.Value, cancellation);
        var (origin, problem) = await origins.ReadAsync(caller, form.Origin, id, cancellation);
        if (problem is not null) return problem;
        return await drafts.ReadAsync(form, cancellation) switch
        {
            DraftReading.Readable read => await LinkAsync(origin, await DoAsync(
                id,
                new MouCommand.CreateDraft(
                    caller.Office!.Value, read.Particulars, await texts.SaveAsync(read.Text, cancellation), await settings.FindCurrentAsync(cancellation), origin?.Link),
                caller, key, null, engine, cancellation), caller, key, engine, cancellation),
            DraftReading.Unreadable wrong => new OfficeDeed.Unreadable(wrong.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no reading of a draft."),
        };
    }

    /// <summary>The other MOU then knows of this one too. A second try of the same request makes up for a first that ended in between.</summary>
    private async Task<OfficeDeed> LinkAsync(
        DraftOrigin? origin, OfficeDeed made, Caller caller, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        if (origin?.Announcement is not { } announcement || made is not OfficeDeed.Done) return made;
        var told = await DoAsync(origin.Link.Other, announcement, caller, key with { Name = key.Name[..^5] + "-link" }, null, engine, cancellation);
        return told is OfficeDeed.Done ? made : told;
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

    /// <exception cref="ProblemException">422 where a party is not there any more, or a mission has no address on file.</exception>
    public async Task<OfficeDeed> SubmitAsync(
        Caller caller, string id, SubmissionForm form, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var mou = await own.FindAsync(caller, id, cancellation);
        var problems = SubmissionReader.ProblemsOf(form);
        if (problems.Count > 0) return new OfficeDeed.Unreadable(problems);
        await parties.RequireAsync(mou.Office, cancellation);
        var reviewers = new List<Reviewer>();
        foreach (var mission in (mou.Particulars.OtherMissions ?? []).Select(other => other.Mission).Prepend(mou.Particulars.Mission))
            reviewers.Add(await ReviewerAsync(mission, cancellation));
        var findings = mou.Stage is Stage.Drafting ? await screening.OfAsync(mou, cancellation) : [];
        return findings.Any(finding => finding.Gravity == Gravity.Error)
            ? new OfficeDeed.Screened(findings, mou)
            : await DoAsync(mou.Id, SubmissionReader.CommandOf(form, mou, reviewers, findings), caller, key, null, engine, cancellation);
    }

    /// <summary>Who is asked for a mission: at its address on file, on its own working days.</summary>
    internal async Task<Reviewer> ReviewerAsync(MissionId id, CancellationToken cancellation)
    {
        var mission = await parties.RequireAsync(id, cancellation);
        return mission.Contact is { } address ? new(mission.Id, address, mission.Language, ClosedDays: mission.ClosedDays) : throw new ProblemException(ProblemKind.MissionWithoutAddress);
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
            ({ } open, _) when Unprintable(open) is { Count: > 0 } holes => new OfficeDeed.Unreadable(holes),
            ({ } open, _) => await DoAsync(mou.Id, open, caller, key, null, engine, cancellation),
        };
    }

    private IReadOnlyList<FieldProblem> Unprintable(MouCommand.OpenSigning open) => printed.Problems(
        ("localGovernment.name", open.LocalGovernment.Name), ("localGovernment.office", open.LocalGovernment.Office),
        ("counterparty.name", open.Counterparty.Name), ("counterparty.office", open.Counterparty.Office));

    internal async Task<OfficeDeed> DoAsync(
        MouId id, MouCommand command, Caller caller, CommandKey key, int? expectedVersion, DurableTaskClient engine, CancellationToken cancellation) =>
        OfficeDeed.Of(await cases.CarryOutAsync(new(id, command, caller.ActingForOffice(), key, expectedVersion), engine, cancellation));
}
