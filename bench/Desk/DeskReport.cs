using System.Globalization;
using System.Runtime.InteropServices;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Desk;

/// <summary>What a measurement of the desk found.</summary>
/// <param name="Seeding">Seconds; null where the store was given.</param>
/// <param name="Listening">Milliseconds from the start of the process.</param>
/// <param name="FirstSearch">Milliseconds; the index is read into memory by it.</param>
/// <param name="Waiting">Seconds from the first start until every live case's orchestration waits.</param>
/// <param name="AfterKill">Seconds from the start after a SIGKILL until every due case was looked at and the answers come again.</param>
internal sealed record DeskReport(
    int Mous, double? Seeding, double Listening, double FirstSearch, double? Waiting, double Resident, double StoreMegabytes, double KillListening, double AfterKill,
    IReadOnlyList<(string Name, Percentiles Times)> Pages)
{
    public string AsText() => string.Create(CultureInfo.InvariantCulture, $"""
        {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, load {Load}
        {Mous:N0} MOUs, store of {StoreMegabytes:N0} MB{(Seeding is { } seeding ? $", seeded in {seeding:N0} s" : "")}
        start to listening                    {Listening,9:0} ms
        first search, with the index to read  {FirstSearch,9:0} ms
        until all orchestrations wait         {(Waiting is { } waiting ? waiting.ToString("0", CultureInfo.InvariantCulture) : "–"),9} s
        memory, all of it touched             {Resident,9:0} MB
        after SIGKILL: start to listening     {KillListening,9:0} ms
        after SIGKILL: a commit carried out   {AfterKill,9:0.0} s

        {"",-34}       p50        p95        p99        most
        {string.Join(Environment.NewLine, Pages.Select(page => $"{page.Name,-34}{page.Times}"))}
        """);

    private static string Load => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
