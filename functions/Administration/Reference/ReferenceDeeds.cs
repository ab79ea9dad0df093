using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>What administrators do with reference data: the same deeds for pages and for JSON. Each is followed by what it leads to.</summary>
public sealed class ReferenceDeeds(ReferenceDesk desk, ContactDesk contacts, ReferenceUpkeep upkeep)
{
    private const int LongestReason = 1000;

    public Task<RowResult<LocalGovernment>> AddAsync(HttpRequest request, LocalGovernmentForm form, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(CheckedAsync(reason, () => desk.AddAsync(form, Said(reason), request.Author(), cancellation)), engine, cancellation);

    public Task<RowResult<LocalGovernment>> ReplaceAsync(
        HttpRequest request, string id, LocalGovernmentForm form, int? version, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(CheckedAsync(reason, () => desk.ReplaceAsync(new(id), form, version, Said(reason), request.Author(), cancellation), form.Id, id), engine, cancellation);

    public Task<RowResult<Mission>> AddAsync(HttpRequest request, MissionForm form, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(CheckedAsync(reason, () => desk.AddAsync(form, Said(reason), request.Author(), cancellation)), engine, cancellation);

    public Task<RowResult<Mission>> ReplaceAsync(
        HttpRequest request, string id, MissionForm form, int? version, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(CheckedAsync(reason, () => desk.ReplaceAsync(new(id), form, version, Said(reason), request.Author(), cancellation), form.Id, id), engine, cancellation);

    public Task<ImportResult> ImportAsync(
        HttpRequest request, ReferenceKind kind, byte[] file, bool write, int? revision, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(desk.ImportAsync(kind, file, write, revision, Said(reason), request.Author(), cancellation), engine, cancellation);

    public Task<ContactResult> ProposeAsync(HttpRequest request, string id, string? address, string? reason, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(contacts.ProposeAsync(new(id), address, reason, request.Author(), cancellation), engine, cancellation);

    public Task<ContactResult> ConfirmAsync(HttpRequest request, string id, int proposal, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(contacts.ConfirmAsync(new(id), proposal, request.Author(), cancellation), engine, cancellation);

    public Task<ContactResult> WithdrawAsync(HttpRequest request, string id, int proposal, DurableTaskClient engine, CancellationToken cancellation) =>
        ThenAsync(contacts.WithdrawAsync(new(id), proposal, request.Author(), cancellation), engine, cancellation);

    public static ProblemKind KindOf(ContactRefusal why) => Enum.Parse<ProblemKind>(why.ToString());

    private async Task<T> ThenAsync<T>(Task<T> deed, DurableTaskClient engine, CancellationToken cancellation)
    {
        var result = await deed;
        await upkeep.TryGoOnAsync(engine, cancellation);
        return result;
    }

    /// <param name="said">The id in the body, where it is not the one of the address.</param>
    private static async Task<RowResult<TRow>> CheckedAsync<TRow>(string? reason, Func<Task<RowResult<TRow>>> deed, string? said = null, string? id = null) =>
        OfficePortal.Plain.FaultIfThere(reason, LongestReason) is { } fault ? new RowResult<TRow>.Unreadable([new("reason", fault)])
        : !string.IsNullOrEmpty(said) && id is not null && said != id ? new RowResult<TRow>.Unreadable([new("id", FieldFault.CannotChange)])
        : await deed();

    private static string? Said(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
}

/// <summary>Who changes a table, as its history keeps it.</summary>
public static class Authors
{
    public static Author Author(this HttpRequest request) => new(request.Person().Id, request.Person().Name);
}
