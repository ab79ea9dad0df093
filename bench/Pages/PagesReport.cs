using System.Globalization;
using System.Runtime.InteropServices;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Pages;

/// <param name="Times">From the request to the last byte, over a connection that stands.</param>
/// <param name="Bytes">Of the page, its stylesheet and its script, as they come to a browser that has nothing of them.</param>
/// <param name="Requests">That such a browser sends.</param>
internal sealed record PageFigures(string Name, string Path, Percentiles Times, long Bytes, int Requests);

internal sealed record PagesReport(int Mous, IReadOnlyList<PageFigures> Pages)
{
    public string AsText() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {Mous} MOUs"),
        "page                      p50        p95        p99        most   first view",
        .. Pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Name,-18}{page.Times} {page.Bytes / 1000.0,9:0.0} kB in {page.Requests}")),
    ]);
}
