using System.Globalization;
using System.Runtime.InteropServices;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Desk;

/// <summary>What a measurement of the desk found.</summary>
/// <param name="Seeding">Seconds; null where the store was given.</param>
internal sealed record DeskReport(double? Seeding, double StoreMegabytes, DeskStart Start, DeskRestart AfterKill)
{
    public string Machine { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, load {Load}");

    public bool IsWhole => Start.Pages.All(page => page.Fault is null) && Start.CarriedOut is not null && AfterKill.CarriedOut is not null;

    public string AsText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Machine}
        {Start.Mous:N0} MOUs, store of {StoreMegabytes:N0} MB{(Seeding is { } seeding ? $", seeded in {seeding:N0} s" : "")}
        start to listening                        {Start.Listening,9:0} ms
        start to ready                            {Start.Ready,9:0} ms
        first search, with the index to read      {Start.FirstSearch,9:0} ms
        until all orchestrations are begun        {Seconds(Start.CarriedOut),9} s
        memory, all of it touched                 {Start.Resident,9:0} MB
        after SIGKILL: start to listening         {AfterKill.Listening,9:0} ms
        after SIGKILL: start to ready             {AfterKill.Ready,9:0} ms
        after SIGKILL: start to the overview      {AfterKill.Overview,9:0} ms
        after SIGKILL: all is carried out         {Seconds(AfterKill.CarriedOut),9} s

        {"",-34}       p50        p95        p99        most
        {string.Join(Environment.NewLine, Start.Pages.Select(page => $"{page.Name,-34}{page.Times?.ToString() ?? page.Fault}"))}
        """);

    private static string Seconds(double? seconds) => seconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "too long";

    private static string Load => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}

/// <param name="Listening">Milliseconds from the start of the process.</param>
/// <param name="Ready">Milliseconds from the start of the process until the health endpoint says so.</param>
/// <param name="FirstSearch">Milliseconds; the index is read into memory by it.</param>
/// <param name="CarriedOut">Seconds from the start until every case was looked at; null: too long.</param>
/// <param name="Resident">Megabytes.</param>
/// <param name="Held">The case that was held up right before the kill.</param>
internal sealed record DeskStart(int Mous, double Listening, double Ready, double FirstSearch, double? CarriedOut, double Resident, string Held, IReadOnlyList<DeskPageTimes> Pages);

/// <param name="Overview">Milliseconds from the start until the overview was shown.</param>
/// <param name="CarriedOut">Seconds from the start until nothing waits that was left by the kill; null: too long.</param>
internal sealed record DeskRestart(double Listening, double Ready, double Overview, double? CarriedOut);

/// <param name="Times">Null: it failed.</param>
/// <param name="Fault">Why.</param>
internal sealed record DeskPageTimes(string Name, Percentiles? Times, string? Fault);
