using LocalDiplomacy.Pages.Administration.Cases;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>A case whose lists were written at once, and whose mail keeps failing.</summary>
internal static class SampleTimeline
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    public static CaseTimeline Of(SampleCase one)
    {
        var begun = one.Events[0].At;
        DateTimeOffset After(double seconds) => one.Events[^1].At + TimeSpan.FromSeconds(seconds);
        IEnumerable<TimelineEntry> entries =
        [
            .. one.Events.Select(recorded => new TimelineEntry(TimelineKind.Event, $"{recorded.Number}", recorded.At) { Recorded = recorded }),
            new(TimelineKind.Orchestration, "MouCase", begun.AddSeconds(1), State: "Running"),
            new(TimelineKind.Effect, "0000000002-lists", After(0.05), After(0.062), Trace: Trace),
            new(TimelineKind.Effect, "0000000002-mail-ReviewRequested-Reviewer", After(0.07), After(3.5), 3, "RequestFailedException"),
            new(TimelineKind.Mail, "0000000001-mail-ApprovalRequested-HeadOfOffice", After(0.08), After(1.2), 1, State: "Delivered"),
            new(TimelineKind.Turn, "1", After(0.04)),
            new(TimelineKind.Activity, "CarryOutEffect", After(0.05), After(0.062), 1) { Input = "{\n  \"mouId\": \"c0ffee00c0ffee00c0ffee00\",\n  \"effect\": \"•••\"\n}" },
            new(TimelineKind.Activity, "ReadAgenda", After(0.045), After(0.048)) { Output = "{\n  \"effects\": []\n}" },
            new(TimelineKind.Child, "MailDelivery 0123", After(0.07), After(0.09)),
            new(TimelineKind.Wait, "2026-12-01T00:00:00Z", After(0.1)),
            new(TimelineKind.Signal, "Nudged", After(3.9)),
            new(TimelineKind.Look, "2", After(4), After(4.01)),
            new(TimelineKind.Timer, "WhatFellDue", begun.AddDays(20)),
        ];
        return new([.. entries.OrderBy(entry => entry.At)], null) { EarlierSteps = 7 };
    }
}
