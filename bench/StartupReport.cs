using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LocalDiplomacy.Bench;

/// <summary>What a measurement of the start found.</summary>
internal sealed record StartupReport(Start EmptyStore, IReadOnlyList<Start> ExistingStore, double IdleMegabytes, TimeSpan IdleFor)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public Start Median => new(MedianOf(start => start.Listening), MedianOf(start => start.FirstPage));

    public string AsText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Machine}
                             listening   first page
        empty store          {EmptyStore.Listening,6:0} ms   {EmptyStore.FirstPage,7:0} ms
        existing, median     {Median.Listening,6:0} ms   {Median.FirstPage,7:0} ms   of {ExistingStore.Count} starts, {ExistingStore.Min(s => s.Listening):0} to {ExistingStore.Max(s => s.Listening):0} ms
        memory, idle {IdleFor.TotalSeconds,3:0} s   {IdleMegabytes,6:0} MB resident
        """);

    public string AsJson() => JsonSerializer.Serialize(new { Machine, EmptyStore, ExistingStore, Median, IdleMegabytes, IdleSeconds = IdleFor.TotalSeconds }, Readable);

    private static string Machine => $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores";

    private double MedianOf(Func<Start, double> figure)
    {
        var sorted = ExistingStore.Select(figure).Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
