using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Signing;

public sealed class ScansOfACase
{
    private static readonly MouCommand[] ToCeremony = [Sample.Create, Sample.Submit, Sample.Accept, new SetCeremony(Sample.TextA, Sample.Governor, Sample.Mayor, Sample.Ceremony)];
    private static readonly MouCommand[] ToPaper = [.. ToCeremony, new RecordPaperSignatures(Sample.TextA, new(2026, 11, 2))];

    [Fact]
    public void A_scan_is_recorded_with_its_hash_size_form_side_and_author()
    {
        var before = Sample.After(ToPaper);
        var events = Sample.Events(MouLifecycle.Decide(new KeepScan(Sample.ScanOfOurs), Sample.ActorIn(Role.Drafter), before, Sample.Start));

        Assert.Equal(Sample.ScanOfOurs, Assert.IsType<MouEvent.ScanKept>(Assert.Single(events)).Scan);
        Assert.Equal([Sample.ScanOfOurs], Sample.After([.. ToPaper, new KeepScan(Sample.ScanOfOurs)]).Scans);
    }

    [Fact]
    public void The_same_scan_again_changes_nothing_and_is_not_the_other_original()
    {
        var mou = Sample.After([.. ToPaper, new KeepScan(Sample.ScanOfOurs)]);

        Assert.Empty(Sample.Events(Decide(mou, Sample.ScanOfOurs)));
        Assert.Equal(Refusal.ScanOfTheOther, Sample.Refused(Decide(mou, Sample.ScanOfOurs with { Of = Side.Counterparty })));
        Assert.Single(Sample.Events(Decide(mou, Sample.ScanOfTheirs)));
    }

    [Fact]
    public void Nothing_is_scanned_before_the_signatures_or_of_what_was_signed_by_link()
    {
        Assert.Equal(Refusal.SignaturesNotRecorded, Sample.Refused(Decide(Sample.InStage[StageName.Agreed], Sample.ScanOfOurs)));
        Assert.Equal(Refusal.SignaturesNotRecorded, Sample.Refused(Decide(Sample.After(ToCeremony), Sample.ScanOfOurs)));
        Assert.Equal(Refusal.SignedByLink, Sample.Refused(Decide(Sample.InStage[StageName.Signing], Sample.ScanOfOurs)));
        Assert.Equal(Refusal.SignedByLink, Sample.Refused(Decide(Sample.InStage[StageName.InEffect], Sample.ScanOfOurs)));
        Assert.Equal(Refusal.WasWithdrawn, Sample.Refused(Decide(Sample.InStage[StageName.Withdrawn], Sample.ScanOfOurs)));
    }

    [Fact]
    public void A_scan_that_turns_up_after_the_end_is_kept_too() =>
        Assert.Single(Sample.Events(Decide(Sample.After([.. ToPaper, new Terminate("By letter of both.")]), Sample.ScanOfOurs)));

    [Fact]
    public void A_case_keeps_so_many_scans_and_so_many_bytes_and_no_more()
    {
        var full = Enumerable.Range(0, Scan.MostOfACase).Aggregate(Sample.After(ToPaper), (mou, number) => Sample.Carry(mou, Keep(number, 1), Sample.Start.AddHours(1)));
        var large = Enumerable.Range(0, 5).Aggregate(Sample.After(ToPaper), (mou, number) => Sample.Carry(mou, Keep(number, Scan.MostBytesOfACase / 5), Sample.Start.AddHours(1)));

        Assert.Equal(Refusal.NoRoomForScan, Sample.Refused(MouLifecycle.Decide(Keep(77, 1), full, Sample.Start)));
        Assert.Equal(Refusal.NoRoomForScan, Sample.Refused(MouLifecycle.Decide(Keep(77, 1), large, Sample.Start)));
    }

    [Fact]
    public void A_signing_on_paper_is_reported_with_the_scans_of_both_originals()
    {
        var signed = Sample.Variants.Single(mou => mou.Stage is Stage.Signed { Notify: not null, Instrument.LocalGovernment.OnPaper: true });
        var ours = Sample.Carry(signed, new KeepScan(Sample.ScanOfOurs), Sample.Start.AddHours(1));
        var theirs = Sample.Carry(signed, new KeepScan(Sample.ScanOfTheirs), Sample.Start.AddHours(1));
        var both = Sample.Carry(ours, new KeepScan(Sample.ScanOfTheirs), Sample.Start.AddHours(1));

        Assert.Equal(
            [Refusal.ScansMissing, Refusal.ScanOfTheirsMissing, Refusal.ScanOfOursMissing],
            new[] { signed, ours, theirs }.Select(mou => Sample.Refused(MouLifecycle.Decide(Sample.Notify, mou, Sample.Start.AddDays(1)))));
        Assert.Equal(Sample.Notify.On, Sample.Carry(both, Sample.Notify, Sample.Start.AddDays(1)).ReportedOn);
    }

    [Fact]
    public void A_signing_by_link_has_nothing_to_scan_and_is_reported_without() =>
        Assert.IsType<Stage.InEffect>(Sample.Carry(Sample.InStage[StageName.Signed], Sample.Notify, Sample.Start.AddDays(1)).Stage);

    [Fact]
    public void It_is_the_offices_to_add() =>
        Assert.All(
            [Role.EmbassyOfficer, Role.CounterpartySigner, Role.LocalGovernmentSigner, Role.Desk, Role.Auditor, Role.Public],
            role => Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(new KeepScan(Sample.ScanOfOurs), Sample.ActorIn(role), Sample.After(ToPaper), Sample.Start))));

    private static KeepScan Keep(int number, long bytes) => new(new(new(number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)), ScanForm.Pdf, bytes, Side.LocalGovernment));

    private static Decision Decide(Mou mou, Scan scan) => MouLifecycle.Decide(new KeepScan(scan), mou, Sample.Start.AddHours(1));
}
