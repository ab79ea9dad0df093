using System.Globalization;
using System.Runtime.InteropServices;

namespace LocalDiplomacy.Bench.Register;

/// <summary>What a measurement of the register found. Times of imports in seconds, of searches in milliseconds.</summary>
internal sealed record RegisterReport(
    int Entries, int AtOnce, int ImportedLines, double Import, double ImportAgain, double FirstSearch, Percentiles Json, Percentiles Page, Percentiles Unchanged)
{
    public string AsText() => string.Create(CultureInfo.InvariantCulture, $"""
        {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores
        import of {ImportedLines} ties      {Import,8:0.00} s
        the same file again       {ImportAgain,8:0.00} s
        first search after start  {FirstSearch,8:0} ms   with {Entries} ties

        {Entries} ties, {AtOnce} at once        p50        p95        p99        most
        search, JSON         {Json}
        search, page         {Page}
        unchanged (304)      {Unchanged}
        """);
}

/// <summary>In milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95, double P99, double Most)
{
    public static Percentiles Of(double[] times)
    {
        Array.Sort(times);
        double At(double share) => times[Math.Min(times.Length - 1, (int)Math.Ceiling(share * times.Length) - 1)];
        return new(At(0.5), At(0.95), At(0.99), times[^1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{P50,8:0.0} ms{P95,8:0.0} ms{P99,8:0.0} ms{Most,9:0.0} ms");
}
