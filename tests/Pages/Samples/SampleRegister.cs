using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>A register with a case, what became of it, and ties of before.</summary>
public static class SampleRegister
{
    private static readonly RegisterNumber first = RegisterNumber.Of(2026, 1), second = RegisterNumber.Of(2026, 2);
    private static readonly MouId signed = new("c0ffee00c0ffee00c0ffee00"), variation = new("c0ffee00c0ffee00c0ffee01");

    private static readonly RegisteredTie tie = new(
        signed, SampleTexts.Title, SampleCase.Office.Id, SampleCase.Office.Name, SampleCase.Particulars.Counterparty,
        [new(SampleCase.Mission.Id, SampleCase.Mission.Name, EmbassyRole.Facilitator), new(new("EU"), LocalizedText.Of((Language.English, "Delegation of the European Union")), EmbassyRole.Witness)],
        MouKind.Friendship, [CooperationField.CultureAndArts, CooperationField.YouthAndEducation], "AFRICA_MIDDLE_EAST", new(2026, 11, 11), new(2026, 11, 11), new(2031, 11, 10),
        RegisterStatus.InEffect, new("제352회 임시회, 2026-118", true, CentralAnswer.Lapsed), [Language.Korean, Language.English, Language.French],
        ["경상북도지사", "Maire de Libreville"], [], new(new string('a', 64)), new string('b', 64), null);

    public static readonly RegisteredTie Imported = tie with
    {
        Mou = null,
        Title = LocalizedText.Empty,
        Office = SampleReference.Jung.Id,
        OfficeName = SampleReference.Jung.Name,
        Counterparty = new(LocalizedText.Of((Language.English, "Łódź")), "PL", LocalizedText.Empty),
        Kind = MouKind.Sisterhood,
        Fields = [],
        Region = "EUROPE",
        SignedOn = new(1998, 5, 4),
        From = new(1998, 5, 4),
        To = null,
        Status = RegisterStatus.Terminated,
        Decisions = RegisteredDecisions.Unknown,
        Languages = [],
        SignedBy = [],
        Embassies = [],
        Text = null,
        ChainHead = null,
        Reference = "1998-17",
    };

    public static readonly IReadOnlyList<RegisterEntry> Entries =
    [
        Entry(first, 1, RegisterCause.Signed, tie with { Status = RegisterStatus.Signed }),
        Entry(first, 2, RegisterCause.TookEffect, tie),
        Entry(first, 3, RegisterCause.Suspended, tie with { Status = RegisterStatus.Suspended }),
        Entry(second, 1, RegisterCause.Imported, Imported with { Status = RegisterStatus.InEffect }),
        Entry(second, 2, RegisterCause.Corrected, Imported),
        Entry(RegisterNumber.Of(2026, 3), 1, RegisterCause.Signed, tie with { Mou = variation, Kind = MouKind.Variation, Decisions = new("지방자치법 제47조에 해당하지 않음", false, null), Links = [new(MouLinkKind.Varied, signed)] }),
        Entry(RegisterNumber.Of(2026, 4), 1, RegisterCause.Imported, Imported with { Region = null, SignedOn = new(2025, 5, 4), Status = RegisterStatus.Expired, Counterparty = new(LocalizedText.Of((Language.Korean, "타이베이시")), "TW", LocalizedText.Empty) }),
    ];

    public static readonly RegisterView View = Of(RegisterState.Of(Entries));

    public static RegisterView Of(RegisterState state) =>
        new("1", state, [SampleCase.Office, .. SampleReference.Governments], [SampleCase.Mission], new(2026, 11, 22));

    private static RegisterEntry Entry(RegisterNumber number, int place, RegisterCause cause, RegisteredTie what) =>
        new(number, place, cause, what.Mou is null ? null : place, SampleCase.Start.AddDays(place), SampleCase.Start.AddDays(place), what);

    public static IEnumerable<SamplePage> Pages()
    {
        yield return Search("register", View, new());
        yield return Search("register-whole", SampleWholeRegister.View, new(), pages: 97);
        yield return Search("register-searched", View, new("경상", Kind: MouKind.Friendship, Year: 2026), page: 2, pages: 3);
        yield return Search("register-nothing-found", View, new("\"><script>", Country: "GA"));
        yield return Search("register-empty", Of(RegisterState.Empty), new());
        yield return Entry("register-entry", Entries[2]);
        yield return Entry("register-entry-older", Entries[0]);
        yield return Entry("register-entry-imported", Entries[4]);
        yield return Entry("register-entry-variation", Entries[5]);
        yield return SamplePages.Of<RegisterEntryPage>("register-entry-released", new() { ["View"] = Of(RegisterState.Of([Released])), ["Entry"] = Released });
        yield return SamplePages.Of<ReleasedTextPage>("register-text", new() { ["View"] = Of(RegisterState.Of([Released])), ["Entry"] = Released, ["Text"] = SampleTexts.Second });
        yield return SamplePages.Of<PastImportsPage>("register-imports", new()
        {
            ["Reader"] = SampleCase.Administrator,
            ["Imports"] = new List<RegisteredImport>
            {
                new(4, SampleCase.Start, new("p9", "Lee Seo-yeon"), null, 1900, 0, RegisterNumber.Of(2026, 1), null),
                new(9, SampleCase.Start.AddDays(2), new("p9", "Lee Seo-yeon"), "\"><script>", 3, 2, RegisterNumber.Of(2026, 1901), new(new string('a', 64), 1907)),
                new(12, SampleCase.Start.AddDays(3), new("p10", "Choi Eun-ji"), "The list of 2025 had a slip.", 0, 1, null, new(new string('b', 64), 1)),
            },
        });
        yield return SamplePages.Of<PastImportsPage>("register-imports-none", new() { ["Reader"] = SampleCase.Administrator, ["Imports"] = new List<RegisteredImport>() });
        yield return Import("register-import", []);
        yield return Import("register-import-refused", new()
        {
            ["BadLines"] = Enum.GetValues<FieldFault>().Select((fault, i) => new SheetProblem(i + 2, i % 5 == 0 ? null : "place", fault, i % 2 == 0 ? "중구" : null)).ToList(),
            ["Problems"] = new List<FieldProblem> { new("file", FieldFault.Missing) },
        });
        yield return Import("register-import-checked", new() { ["Read"] = new RegisterImportResult.Read(Lines(), false), ["Content"] = "a2luZA==", ["Problems"] = new List<FieldProblem> { new("reason", FieldFault.TooLong) } });
        yield return Import("register-import-taken", new() { ["Read"] = new RegisterImportResult.Read(Lines(), true) });
        yield return Import("register-import-nothing", new() { ["Read"] = new RegisterImportResult.Read([new(2, LineOutcome.Unchanged, second, Imported)], false), ["Content"] = "a2luZA==" });
    }

    private static readonly RegisterEntry Released = Entries[2] with { Tie = Entries[2].Tie with { IsTextReleased = true } };

    private static List<ImportedLine> Lines() =>
        [new(2, LineOutcome.New, RegisterNumber.Of(2026, 5), Imported), new(3, LineOutcome.Correction, second, Imported), new(4, LineOutcome.Unchanged, second, Imported)];

    private static SamplePage Search(string name, RegisterView view, RegisterQuery query, int page = 1, int pages = 1) => SamplePages.Of<RegisterPage>(name, new()
    {
        ["View"] = view,
        ["Query"] = query,
        ["Shown"] = view.Search.Find(query).Take(20).ToList(),
        ["Counts"] = RegisterCounts.Of(view.Search.Find(query)),
        ["Page"] = page,
        ["Pages"] = pages,
    });

    private static SamplePage Entry(string name, RegisterEntry entry) => SamplePages.Of<RegisterEntryPage>(name, new() { ["View"] = View, ["Entry"] = entry });

    private static SamplePage Import(string name, Dictionary<string, object?> more) =>
        SamplePages.Of<RegisterImportPage>(name, new(more) { ["Reader"] = SampleCase.Administrator });
}
