using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalDiplomacy.Bench.Load;

/// <summary>What a load gave. Times are milliseconds from the call that starts an orchestration to the answer that it has ended.</summary>
internal sealed record LoadReport(
    string Load, string Description, string Store, int Orchestrations, int AtOnce, double Seconds, long Turns, Percentiles Milliseconds, StorageUse Use, double ProcessorSeconds, long Allocated, double PeakMegabytes)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public double OrchestrationsPerSecond => Orchestrations / Seconds;

    public double TurnsPerSecond => Turns / Seconds;

    public double RequestsPerOrchestration => (double)Use.Requests / Orchestrations;

    public double ProcessorMillisecondsPerOrchestration => ProcessorSeconds * 1000 / Orchestrations;

    public double KilobytesAllocatedPerOrchestration => Allocated / 1e3 / Orchestrations;

    public double? KilobytesPerOrchestration => Use.Bytes / 1e3 / Orchestrations;

    public string Machine { get; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores";

    internal string AsText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Load}: {Orchestrations} orchestrations of {Description}, {AtOnce} at once, on {Store}
        {Machine}
        rate       {OrchestrationsPerSecond:0} orchestrations/s, {TurnsPerSecond:0} turns/s, in {Seconds:0.00} s
        each       p50 {Milliseconds.P50:0.0} ms, p95 {Milliseconds.P95:0.0} ms, p99 {Milliseconds.P99:0.0} ms
        storage    {RequestsPerOrchestration:0.00} requests and {Kilobytes} each{Synced}
        processor  {ProcessorMillisecondsPerOrchestration:0.00} ms each, of {Environment.ProcessorCount} cores
        memory     {PeakMegabytes:0} MB at most, {KilobytesAllocatedPerOrchestration:0} kB allocated each
        """);

    internal string AsJson() => JsonSerializer.Serialize(this, Readable);

    private string Kilobytes => KilobytesPerOrchestration is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.0} kB") : "an unknown number of bytes";

    private string Synced => Use.Syncs is { } syncs
        ? string.Create(CultureInfo.InvariantCulture, $"; {syncs} syncs of the file, {(double)Orchestrations / syncs:0.0} orchestrations each")
        : string.Empty;
}

internal sealed record Percentiles(double P50, double P95, double P99)
{
    internal static Percentiles Of(double[] values)
    {
        var sorted = values.Order().ToArray();
        return new Percentiles(At(0.50), At(0.95), At(0.99));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
