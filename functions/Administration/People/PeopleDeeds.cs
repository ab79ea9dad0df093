using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.People;

/// <summary>What came of ending a key of an office.</summary>
public abstract record KeyEnded
{
    private KeyEnded() { }

    /// <summary>It has ended: now, or before, as it says itself.</summary>
    public sealed record Done(ApiKey Key) : KeyEnded;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : KeyEnded;

    public sealed record NotThere : KeyEnded;
}

/// <summary>What administrators do about people and keys: the same deeds for pages and for JSON.</summary>
public sealed class PeopleDeeds(PeopleDesk desk, PeopleMails mails, ApiKeys keys)
{
    public async Task<PeopleResult> AddAsync(HttpRequest request, PersonForm form, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        await ToldAsync(await desk.AddAsync(form, reason, request.IdempotencyKey(), request.Author(), cancellation), engine, cancellation);

    public async Task<PeopleResult> ChangeAsync(
        HttpRequest request, string id, PersonForm form, int? version, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        await ToldAsync(await desk.ChangeAsync(id, form, version, reason, request.Author(), cancellation), engine, cancellation);

    public Task<PeopleResult> EndAsync(HttpRequest request, string id, string? reason, CancellationToken cancellation) =>
        desk.EndAsync(id, reason, request.Author(), cancellation);

    public Task<PeopleResult> ConfirmAsync(HttpRequest request, int proposal, CancellationToken cancellation) =>
        desk.ConfirmAsync(proposal, request.Author(), cancellation);

    public Task<PeopleResult> WithdrawAsync(HttpRequest request, int proposal, CancellationToken cancellation) =>
        desk.WithdrawAsync(proposal, request.Author(), cancellation);

    /// <summary>Ends an office's key, with a reason that the office reads.</summary>
    public async Task<KeyEnded> EndKeyAsync(HttpRequest request, LocalGovernmentId office, string key, string? reason, CancellationToken cancellation)
    {
        if (OfficePortal.Plain.Fault(reason, PeopleDesk.LongestReason) is { } fault) return new KeyEnded.Unreadable([new("reason", fault)]);
        return (await keys.EndAsync(office, key, request.Author(), reason!.Trim(), cancellation)).Key is { } ended ? new KeyEnded.Done(ended) : new KeyEnded.NotThere();
    }

    /// <summary>Whoever repeats a call that was cut off here has the mails sent that were left.</summary>
    private async Task<PeopleResult> ToldAsync(PeopleResult result, DurableTaskClient engine, CancellationToken cancellation)
    {
        if (result is PeopleResult.Done { Standing.Waiting: { } proposal }) await mails.TellAsync(proposal, engine, cancellation);
        return result;
    }

    /// <summary>Who is no administrator any more is told what everybody is told whom a page is not for.</summary>
    public static ProblemKind KindOf(PeopleRefusal why) => why == PeopleRefusal.NoAdministrator ? ProblemKind.NotForYou : Enum.Parse<ProblemKind>(why.ToString());
}
