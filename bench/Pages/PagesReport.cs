using System.Globalization;
using System.Runtime.InteropServices;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Pages;

/// <param name="Times">From the request to the last byte, over a connection that stands.</param>
/// <param name="First">What a browser loads that has nothing of it.</param>
internal sealed record PageFigures(string Name, string Path, Percentiles Times, FirstView First);

/// <summary>A page with its stylesheet and its script.</summary>
/// <param name="Sent">Bytes of their bodies as they came, some of them packed.</param>
/// <param name="Unpacked">Bytes of what they hold.</param>
internal sealed record FirstView(int Requests, long Sent, long Unpacked)
{
    public static FirstView operator +(FirstView one, FirstView other) => new(one.Requests + other.Requests, one.Sent + other.Sent, one.Unpacked + other.Unpacked);
}

internal sealed record PagesReport(int Mous, IReadOnlyList<PageFigures> Pages)
{
    public string AsText() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {Mous} MOUs"),
        "page                      p50        p95        p99        most   first view: sent, unpacked",
        .. Pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Name,-18}{page.Times} {page.First.Sent / 1000.0,9:0.0} kB {page.First.Unpacked / 1000.0,9:0.0} kB in {page.First.Requests}")),
    ]);
}
