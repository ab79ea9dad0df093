using System.Globalization;
using System.Runtime.InteropServices;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Seconds from the first line of the program to each point.</summary>
/// <param name="Left">Whether the process before ended with all instances in memory ("running"), or after they had left it ("resting").</param>
/// <param name="Orchestrations">How many waited.</param>
/// <param name="Check">Of the whole file, before anything is read from it.</param>
/// <param name="Started">The host's start has returned.</param>
/// <param name="Answered">An event that was raised then has ended its instance.</param>
/// <param name="Settled">A stop that waits for all that is under way has returned.</param>
/// <param name="ProcessorSeconds">Of the second process, its runtime's own start included.</param>
/// <param name="Use">Of storage, until then.</param>
/// <param name="PeakMegabytes">Of the second process.</param>
internal sealed record RecoverReport(
    string Left, int Orchestrations, FileCheck Check, double Started, double Answered, double Settled, double ProcessorSeconds, StorageUse Use, double PeakMegabytes)
{
    public string Machine { get; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores";

    internal string AsText() => string.Create(CultureInfo.InvariantCulture, $"""
        recover: {Orchestrations} orchestrations that wait for an event, left {Left}, on the file
        {Machine}
        checked    {Check.Megabytes:0} MB in {Check.Seconds:0.00} s, {Check.ProcessorSeconds:0.00} s of a core
        started    after {Started:0.00} s
        answered   after {Answered:0.00} s: an event was raised and its instance has ended
        settled    after {Settled:0.00} s: nothing is under way any more
        processor  {ProcessorSeconds:0.00} s of {Environment.ProcessorCount} cores until then
        storage    {Use.Requests} requests
        memory     {PeakMegabytes:0} MB at most
        """);
}

/// <summary>What it took to look through a file that is opened.</summary>
internal readonly record struct FileCheck(double Megabytes, double Seconds, double ProcessorSeconds);
