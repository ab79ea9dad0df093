using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Messages;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Messages;

/// <summary>Takes what a link's holder tells the office. Whether the code was given on that device is noted, and not asked for.</summary>
public sealed class TellDesk(LinkDesk links, LinkPages pages, MessageDesk messages, DeviceCookies devices)
{
    private const string Told = "told";

    public async Task<IActionResult> ShowAsync(HttpRequest request, string token, string what, LinkHolder? kind, CancellationToken cancellation)
    {
        var (link, mou, about) = await FindAsync(token, what, kind, cancellation);
        return await pages.ShowTellAsync(request, token, link, mou, new() { [nameof(TellPage.What)] = about, [nameof(TellPage.IsTold)] = request.Query.ContainsKey(Told) }, 200, cancellation);
    }

    public async Task<IActionResult> TellAsync(
        HttpRequest request, string token, string what, LinkHolder? kind, DurableTaskClient engine, CancellationToken cancellation)
    {
        var (link, mou, about) = await FindAsync(token, what, kind, cancellation);
        var sent = await request.ReadPageFormAsync(cancellation);
        var (name, words) = (sent["name"].ToString().Trim(), sent["words"].ToString().Trim());
        List<FieldProblem> problems = [.. Faults(name, words).Where(fault => fault.Fault is not null).Select(fault => new FieldProblem(fault.Field, fault.Fault!.Value))];
        var isFiled = problems.Count == 0 && await messages.FileAsync(
            messages.OnPage(link, about, name, words, await links.KnowsDeviceAsync(link, devices.Read(request, link), cancellation)), engine, cancellation);
        return isFiled ? new SeeOther($"{request.Path}?{Told}=1") : await pages.ShowTellAsync(request, token, link, mou, new()
        {
            [nameof(TellPage.What)] = about,
            [nameof(TellPage.Name)] = name,
            [nameof(TellPage.Said)] = words,
            [nameof(TellPage.Problems)] = problems,
            [nameof(TellPage.IsTooMany)] = problems.Count == 0,
        }, problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status429TooManyRequests, cancellation);
    }

    private static IEnumerable<(string Field, FieldFault? Fault)> Faults(string name, string words) =>
        [("name", Plain.Fault(name, Plain.NameLength)), ("words", Plain.Fault(words, Plain.ReasonLength))];

    /// <exception cref="ProblemException">404: no such link, one of another kind, or nothing that could be told.</exception>
    private async Task<(Link Link, Mou Mou, MessageKind About)> FindAsync(string token, string what, LinkHolder? kind, CancellationToken cancellation)
    {
        if (TellWords.Read(what) is not { } about) throw new ProblemException(ProblemKind.NoSuchAddress);
        return await links.FindAsync(token, cancellation) is var (link, mou) && LinkPages.IsOf(kind, link) ? (link, mou, about) : throw new ProblemException(ProblemKind.LinkUnknown);
    }
}
