using LocalDiplomacy.Pages.Administration.People;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>An association's people, an office's keys, and a day at the door.</summary>
internal static class SamplePeople
{
    private static readonly Author desk = new("p9", "Lee Seo-yeon"), deputy = new("p8", "Choi Eun-ji");

    private static readonly Dictionary<LocalGovernmentId, LocalGovernment> offices =
        SampleReference.Governments.Append(SampleCase.Office).ToDictionary(government => government.Id);

    private static readonly Person administrator = SampleCase.Administrator with { Title = "Secretariat" };

    private static readonly Person auditor = new("p7", null, "Oh Yoon-seo", "Audit", new("auditor@garok.example"), Language.Korean, PersonRole.Auditor);

    private static readonly PersonStanding officer = new(SampleCase.Officer, 3);

    private static readonly PersonStanding promoted = new(auditor, 2)
    {
        Waiting = new(12, auditor with { Role = PersonRole.Administrator, Address = new("oh@garok.example") }, deputy, SampleCase.Start.AddDays(2), SampleCase.Start.AddDays(9), "A third pair of hands"),
    };

    private static readonly PersonStanding proposed = new(new("p6", null, "Yoon Ha-eun", "Secretariat", new("yoon@garok.example"), Language.English, PersonRole.Administrator), 1)
    {
        State = PersonState.Proposed,
        Waiting = new(5, new("p6", null, "Yoon Ha-eun", "Secretariat", new("yoon@garok.example"), Language.English, PersonRole.Administrator), desk, SampleCase.Start.AddDays(-9), SampleCase.Start.AddDays(-2), "Succeeds Park"),
    };

    private static readonly PersonStanding former = new(new("p5", new("28"), "박민호", "주무관", new(""), Language.Korean, PersonRole.HeadOfOffice), 4) { State = PersonState.Ended, EndedAt = SampleCase.Start.AddDays(1) };

    /// <summary>One of each kind.</summary>
    private static readonly IReadOnlyList<PersonChange> changes =
    [
        Change(13, former.Person, PersonDeed.Ended, "Moved to another office"),
        Change(12, auditor, PersonDeed.Proposed, "A third pair of hands", Field("role", "Auditor", "Administrator"), Field("address", "a•••@garok.example", "o•••@garok.example")),
        Change(11, SampleCase.Officer, PersonDeed.Changed, "Reorganised", Field("jobTitle", "Clerk", "Officer"), Field("memberOf", null, "47"), Field("language", "en", "ko")),
        Change(10, SampleCase.Administrator, PersonDeed.Confirmed, "New at the desk", Field("role", "Auditor", "Administrator")),
        Change(9, SampleCase.Administrator, PersonDeed.Withdrawn, null),
        new(8, SampleCase.Start, desk, "p1", "Kim Ji-young", PersonDeed.Added, "New at the desk", PersonDifference.Between(null, SampleCase.Officer)),
    ];

    private static readonly IReadOnlyList<SignInEntry> signIns =
        [.. Enum.GetValues<SignInDeed>().Select((deed, i) => new SignInEntry(SampleCase.Start.AddDays(2).AddMinutes(-i), deed, i % 3 == 2 ? "gone" : i % 3 == 1 ? "p9" : "p1"))];

    private static readonly IReadOnlyList<ApiKey> keys =
    [
        Key("k4", "Nightly import") with { MadeBy = new("p1", "Kim Ji-young"), LastUsedAt = SampleCase.Start.AddDays(2) },
        Key("k3", "Document system"),
        Key("k2", "Lost key") with { MadeBy = new("p1", "Kim Ji-young"), Ended = new(SampleCase.Start.AddDays(1), desk, "It was in a mail") },
        Key("k1", "Old system") with { ExpiresAt = SampleCase.Start.AddDays(1) },
    ];

    public static IReadOnlyList<ApiKey> Keys => keys;

    public static IEnumerable<SamplePage> Pages()
    {
        var people = new Dictionary<string, object?>
        {
            ["Association"] = new List<PersonStanding> { new(administrator, 1), proposed, promoted },
            ["Members"] = new List<(LocalGovernmentId, int)> { (new("47"), 3), (new("28-제물포구"), 1) },
            ["Waiting"] = new List<PersonStanding> { proposed, promoted },
            ["Former"] = new List<PersonStanding> { former },
            ["Changes"] = changes,
            ["Offices"] = offices,
        };
        yield return Desk<PeoplePage>("people", people);
        yield return SamplePages.Of<PeoplePage>("people-read-only", new(people) { ["Reader"] = auditor, ["Refused"] = "…" });
        yield return Desk<PeoplePage>("people-begun", new() { ["Association"] = new List<PersonStanding> { new(administrator, 1) } });
        yield return Desk<PeoplePage>("people-found", new() { ["Association"] = new List<PersonStanding>(), ["Query"] = "ㄱㅅㅂㄷ", ["Found"] = new List<PersonStanding> { officer, promoted, former }, ["Offices"] = offices });
        yield return Desk<PeoplePage>("people-nobody-found", new() { ["Association"] = new List<PersonStanding>(), ["Query"] = "x" });
        yield return Desk<NewPersonPage>("person-new", new() { ["Form"] = new PersonForm(null, null, null, "47", null, "ko"), ["Offices"] = offices });
        yield return Desk<NewPersonPage>("person-new-problems", new()
        {
            ["Form"] = new PersonForm("", "=1", "a@b@c", "99", "Drafter", "zh"),
            ["Offices"] = offices,
            ["Problems"] = new List<FieldProblem>
            {
                new("name", FieldFault.Missing), new("jobTitle", FieldFault.LooksLikeFormula), new("address", FieldFault.AddressInUse), new("memberOf", FieldFault.NoSuchLocalGovernment),
                new("role", FieldFault.RoleElsewhere), new("language", FieldFault.Unknown), new("reason", FieldFault.Missing),
            },
        });
        yield return Desk<PersonPage>("person", new() { ["There"] = officer, ["Changes"] = changes.Where(change => change.PersonId == "p1").ToList(), ["SignIns"] = signIns, ["Next"] = "next", ["Offices"] = offices });
        yield return Desk<PersonPage>("person-own", new() { ["There"] = new PersonStanding(administrator, 1), ["Offices"] = offices, ["Refused"] = "…" });
        yield return Desk<PersonPage>("person-waiting", new() { ["There"] = promoted, ["Offices"] = offices });
        yield return Desk<PersonPage>("person-ended", new() { ["There"] = former, ["Changes"] = changes.Take(1).ToList(), ["Offices"] = offices });
        yield return Desk<PersonPage>("person-stale", new() { ["There"] = officer, ["Form"] = PersonForm.Of(SampleCase.Officer) with { Name = "김지영" }, ["Reason"] = "Spelling", ["IsStale"] = true, ["Offices"] = offices });
        yield return Desk<PersonPage>("person-end-unsaid", new() { ["There"] = officer, ["Problems"] = new List<FieldProblem> { new("endReason", FieldFault.Missing) }, ["Offices"] = offices });
        yield return Desk<OfficePeoplePage>("office-people", new() { ["Office"] = SampleCase.Office, ["Members"] = new List<PersonStanding> { officer }, ["Keys"] = keys, ["Offices"] = offices });
        yield return Desk<OfficePeoplePage>("office-people-none", new() { ["Office"] = SampleReference.Jung, ["Members"] = new List<PersonStanding>(), ["Keys"] = new List<ApiKey>(), ["Offices"] = offices });
        yield return Desk<OfficePeoplePage>("office-people-unsaid", new()
        {
            ["Office"] = SampleCase.Office,
            ["Members"] = new List<PersonStanding> { officer },
            ["Keys"] = keys,
            ["EndingKey"] = "k3",
            ["Problems"] = new List<FieldProblem> { new("reason", FieldFault.Missing) },
            ["Offices"] = offices,
        });
        yield return Desk<ChangesPage>("people-changes", new() { ["Changes"] = changes, ["Next"] = "8", ["Offices"] = offices });
        yield return Desk<ChangesPage>("people-changes-none", new() { ["Changes"] = new List<PersonChange>() });
        yield return Desk<SignInsPage>("sign-ins", new()
        {
            ["Day"] = new DateOnly(2026, 11, 4),
            ["Entries"] = signIns,
            ["Unknown"] = new List<UnknownSignIns> { new(SignInDeed.Asked, 3), new(SignInDeed.WrongCode, 1) },
            ["People"] = new Dictionary<string, PersonStanding> { ["p1"] = officer, ["p9"] = new(administrator, 1) },
            ["Next"] = "next",
            ["Offices"] = offices,
        });
        yield return Desk<SignInsPage>("sign-ins-quiet", new() { ["Day"] = new DateOnly(2026, 11, 4), ["Entries"] = new List<SignInEntry>() });
    }

    public static IEnumerable<(string Name, Func<Language, MailLetter> In)> Letters()
    {
        foreach (var (name, standing) in new[] { ("person-change-proposed", promoted), ("person-proposed", proposed) })
            yield return (name, language => new MailLetter.AboutPerson(language, "Lee Seo-yeon", standing, standing.Waiting!, new($"https://mou.example/desk/people/persons/{standing.Person.Id}")));
    }

    private static SamplePage Desk<T>(string name, Dictionary<string, object?> more) where T : IComponent =>
        SamplePages.Of<T>(name, new(more) { ["Reader"] = SampleCase.Administrator });

    private static PersonChange Change(int number, Person person, PersonDeed what, string? reason, params PersonDifference[] differences) =>
        new(number, SampleCase.Start.AddDays(1).AddHours(number), desk, person.Id, person.Name, what, reason, differences);

    private static PersonDifference Field(string field, string? before, string? after) => new(field, before, after);

    private static ApiKey Key(string id, string label) => new(id, SampleCase.Office.Id, label, SampleCase.Start, SampleCase.Start.AddYears(1));
}
