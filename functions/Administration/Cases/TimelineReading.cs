using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Workflows;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>Puts what the case recorded, what its orchestration did by its own records and by the engine's, and what became of its mails on one line.</summary>
public sealed class TimelineReading(MouCases cases, CaseWork work, MailLedger mails, IOptions<WorkflowsOptions> options, TimeProvider time)
{
    private const int StepsShown = 300;
    private const int MostSteps = 5000;

    /// <param name="isOpen">Inputs and outputs are shown unmasked: whoever asks has said why.</param>
    /// <param name="all">With the earlier steps of a long history; else the newest.</param>
    public async Task<CaseTimeline> OfAsync(Mou mou, DurableTaskClient engine, CancellationToken cancellation, bool isOpen = false, bool all = false)
    {
        var steps = await StepsAsync(mou.Id, engine, isOpen, cancellation);
        var shown = all ? MostSteps : StepsShown;
        var done = await work.OfCaseAsync(mou.Id, cancellation);
        IEnumerable<TimelineEntry> entries =
        [
            .. (await cases.HistoryAsync(mou.Id, cancellation)).Select(OfEvent),
            .. done.Where(one => one.Kind != WorkKind.Mail).Select(OfWork),
            .. (await mails.OfCaseAsync(mou.Id, cancellation)).Select(mail => OfMail(mail, done.FirstOrDefault(one => one.Kind == WorkKind.Mail && one.Name == mail.Id))),
            .. await OrchestrationAsync(mou.Id, engine, cancellation),
            .. (steps ?? []).TakeLast(shown),
            .. Timer(mou),
        ];
        return new([.. entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Kind)], options.Value.TraceViewer)
        {
            HasHistory = steps is not null,
            EarlierSteps = Math.Max(0, (steps?.Count ?? 0) - shown),
        };
    }

    /// <summary>Of its present execution: each begins after so many looks, and what came before is on the line by its effects.</summary>
    /// <returns>Null: the host does not tell it.</returns>
    private static async Task<IReadOnlyList<TimelineEntry>?> StepsAsync(MouId id, DurableTaskClient engine, bool isOpen, CancellationToken cancellation)
    {
        try
        {
            return OrchestrationSteps.Of(await engine.GetOrchestrationHistoryAsync(id.Value, cancellation), isOpen);
        }
        catch (NotSupportedException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // There is no such instance: that is said elsewhere.
            return [];
        }
    }

    private static TimelineEntry OfEvent(RecordedEvent recorded) =>
        new(TimelineKind.Event, recorded.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), recorded.At) { Recorded = recorded };

    private static TimelineEntry OfWork(WorkDone done) => new(
        done.Kind == WorkKind.Look ? TimelineKind.Look : TimelineKind.Effect, done.Name, done.FailedFirstAt ?? done.StartedAt, done.EndedAt, done.Failures, done.Error, null, done.Trace);

    /// <summary>From when it was put down until the mail service took it, or it was given up.</summary>
    private static TimelineEntry OfMail(MailRow mail, WorkDone? done) =>
        new(TimelineKind.Mail, mail.Id, mail.QueuedAt, mail.DoneAt, done?.Failures ?? 0, mail.DoneAt is null ? done?.Error : null, mail.State.ToString(), done?.Trace);

    private static async Task<IEnumerable<TimelineEntry>> OrchestrationAsync(MouId id, DurableTaskClient engine, CancellationToken cancellation) =>
        await engine.GetInstanceAsync(id.Value, cancellation) is not { } instance ? []
        : instance.IsCompleted
            ? [new(TimelineKind.Orchestration, instance.Name, instance.CreatedAt), new(TimelineKind.Orchestration, instance.Name, instance.LastUpdatedAt, State: instance.RuntimeStatus.ToString(), Error: instance.FailureDetails?.ErrorType)]
            : [new(TimelineKind.Orchestration, instance.Name, instance.CreatedAt, State: instance.RuntimeStatus.ToString())];

    private IEnumerable<TimelineEntry> Timer(Mou mou) =>
        WhatFellDue.Next(mou) is { } due && due > time.GetUtcNow() ? [new(TimelineKind.Timer, nameof(WhatFellDue), due)] : [];
}
