using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Signing.Scans;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Signing;

/// <summary>Scans of what was signed on paper: taken in, and given out again, for pages and programs alike.</summary>
public sealed class ScanDesk(ScanStore scans, OfficeDeeds deeds)
{
    /// <summary>The field that problems with the file name.</summary>
    public const string File = "file", SideField = "of";

    /// <summary>The content is stored before the event: an event never tells of a scan that is not there.</summary>
    public async Task<OfficeDeed> KeepAsync(
        HttpRequest request, Mou mou, Side side, SentFile file, DurableTaskClient engine, CancellationToken cancellation)
    {
        var (form, fault) = ScanReading.Of(file);
        if (fault is { } wrong) return new OfficeDeed.Unreadable([new(File, wrong)]);
        var scan = new Scan(ScanStore.HashOf(file.Content), form!.Value, file.Content.Length, side);
        request.RememberBody($"{side} {scan.Hash}");
        var (caller, command) = (request.Caller(), new MouCommand.KeepScan(scan));
        var key = request.CommandKey(caller.Principal);
        // What is refused anyway is not stored. The commit decides again.
        if (MouLifecycle.Decide(command, caller.ActingForOffice(), mou, default) is Decision.Refused refused) return new OfficeDeed.Refused(refused.Why, mou);
        await scans.SaveAsync(mou.Id, scan.Hash, file.Content, cancellation);
        return await deeds.DoAsync(mou.Id, command, caller, key, null, engine, cancellation);
    }

    /// <param name="name">The scan's hash, as the case has it.</param>
    /// <exception cref="ProblemException">404: the case has no such scan.</exception>
    public async Task<IActionResult> GiveAsync(Mou mou, string name, CancellationToken cancellation)
    {
        var scan = mou.Scans.FirstOrDefault(kept => kept.Hash.Value == name) ?? throw new ProblemException(ProblemKind.NotFound);
        var side = scan.Of == Side.LocalGovernment ? "local-government" : "counterparty";
        return new FileAnswer(
            await scans.ExpectAsync(mou.Id, scan.Hash, cancellation), ScanForms.MediaType(scan.Form), $"{mou.Id}-scan-{side}-{scan.Hash.Short}{ScanForms.Extensions(scan.Form)[0]}");
    }
}
