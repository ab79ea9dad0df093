using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>An office's home with much, with little and with nothing on it.</summary>
internal static class SampleHomes
{
    private static readonly DateOnly today = SeoulTime.DayOf(SampleCase.Start.AddDays(3));

    public static IEnumerable<SamplePage> Pages(IReadOnlyList<CaseRow> rows, Dictionary<MissionId, Mission> missions)
    {
        SamplePage Office(string name, Dictionary<string, object?> more) => SamplePages.Of<OfficePage>(name, new(more)
        {
            ["Office"] = SampleCase.Office,
            ["Missions"] = new Dictionary<MissionId, Mission>(missions) { [SampleCase.OtherMission.Id] = SampleCase.OtherMission },
            ["Reader"] = SampleCase.Officer,
        });
        yield return Office("office", new() { ["Home"] = Full(rows) });
        yield return Office("office-calm", new() { ["Home"] = new OfficeHome(new Dictionary<OfficeShelf, int> { [OfficeShelf.Settled] = 1, [OfficeShelf.All] = 1 }, Nothing, [Settled(rows[3])]) });
        yield return Office("office-empty", new() { ["Home"] = new OfficeHome(new Dictionary<OfficeShelf, int>(), Nothing, []) });
        yield return Office("office-empty-clerk", new() { ["Role"] = Role.CouncilClerk, ["Home"] = new OfficeHome(new Dictionary<OfficeShelf, int>(), Nothing, []) });
        foreach (var shelf in Enum.GetValues<OfficeShelf>())
            yield return Office($"office-{OfficeAddress.NameOf(shelf)}", new() { ["Show"] = shelf, ["Shown"] = new Page<CaseRow>([Settled(rows[3])], "next"), ["Counts"] = Counts, ["IsFirstPage"] = false });
        yield return Office("office-for-me-none", new() { ["Show"] = OfficeShelf.ForMe, ["Counts"] = Counts });
    }

    private static readonly Dictionary<OfficeShelf, int> Counts = new()
    {
        [OfficeShelf.Overdue] = 1,
        [OfficeShelf.ForMe] = 3,
        [OfficeShelf.ForOthers] = 340,
        [OfficeShelf.Settled] = 1234,
        [OfficeShelf.All] = 1578,
    };

    private static readonly Dictionary<OfficeShelf, IReadOnlyList<CaseRow>> Nothing = new()
    {
        [OfficeShelf.Overdue] = [],
        [OfficeShelf.ForMe] = [],
        [OfficeShelf.ForOthers] = [],
    };

    private static OfficeHome Full(IReadOnlyList<CaseRow> rows) => new(Counts, new Dictionary<OfficeShelf, IReadOnlyList<CaseRow>>
    {
        [OfficeShelf.Overdue] = [rows[2] with { DueOn = today.AddDays(-3), Counterparty = SampleCase.Particulars.Counterparty }],
        [OfficeShelf.ForMe] =
        [
            rows[1] with { Counterparty = SampleCase.Particulars.Counterparty }, rows[0] with { WaitedOn = WaitedOn.Office, CameBack = true },
            rows[4] with { WaitedOn = WaitedOn.Office, Stage = StageName.Agreed, DueOn = today },
        ],
        [OfficeShelf.ForOthers] =
        [
            rows[0] with { DueOn = today.AddDays(4), Asked = [SampleCase.Mission.Id, SampleCase.OtherMission.Id] }, rows[0] with { Stage = StageName.CentralReview, WaitedOn = WaitedOn.Ministry, DueOn = today.AddDays(20), Named = ["외교부 지방외교 담당관"] },
            rows[4] with { Named = ["Lee Cheol-woo", "Eugène Mba"] },
        ],
    }, [Settled(rows[3]), rows[0]]);

    private static CaseRow Settled(CaseRow row) => row with { EndsOn = new(2029, 1, 1) };
}
