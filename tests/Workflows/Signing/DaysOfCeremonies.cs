using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.Signing;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Signing;

/// <summary>A ceremony's day and hour: whose they are, and what is said of them.</summary>
public sealed class DaysOfCeremonies
{
    private static readonly SetCeremony Set = new(Sample.TextA, Sample.Governor, Sample.Mayor, Sample.Ceremony with { On = new(2026, 12, 15) });
    private static readonly Mou Agreed = Sample.After(
        Sample.Create, Sample.Submit with { Reviewer = Sample.Gabon with { ClosedDays = [new("08-17"), new("2026-12-16")] } }, Sample.Accept);
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(1);

    [Theory]
    [InlineData("Asia/Seoul", "2026-12-15T05:30:00Z")]
    [InlineData("Africa/Libreville", "2026-12-15T13:30:00Z")]
    [InlineData("America/New_York", "2026-12-15T19:30:00Z")]
    [InlineData("Pacific/Auckland", "2026-12-15T01:30:00Z")]
    [InlineData(null, "2026-12-15T05:30:00Z")]
    public void Half_past_two_is_that_of_the_places_clocks(string? zone, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), new Ceremony("There", new(2026, 12, 15), [], new(14, 30), zone).StartsAt);

    [Theory]
    [InlineData("2027-03-14", "02:30", "2027-03-14T07:30:00Z")] // left out as clocks go forward
    [InlineData("2027-11-07", "01:30", "2027-11-07T06:30:00Z")] // shown twice as they go back
    public void An_hour_that_the_clocks_skip_or_repeat_is_some_hour(string day, string time, string moment) => Assert.Equal(
        DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture),
        PlaceTime.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), "America/New_York"));

    [Theory]
    [InlineData("time", "25:00", FieldFault.Malformed)]
    [InlineData("time", "2:30 pm", FieldFault.Malformed)]
    [InlineData("zone", "Libreville", FieldFault.Unknown)]
    [InlineData("zone", "Moon/Tranquility", FieldFault.Unknown)]
    public void What_is_no_time_and_no_zone_is_named(string field, string value, FieldFault fault)
    {
        var values = Sent();
        values[field] = value;

        Assert.Equal([new FieldProblem(field, fault)], ActionReading.ProblemsOf(OfficeActions.Named("set-ceremony")!, values));
    }

    [Fact]
    public void The_form_gives_time_zone_and_what_the_signers_sign_on()
    {
        var action = OfficeActions.Named("set-ceremony")!;
        Assert.Empty(ActionReading.ProblemsOf(action, Sent()));
        var set = Assert.IsType<SetCeremony>(action.Make(new(Agreed, "Kim", Sent())));

        Assert.Equal((new TimeOnly(14, 30), "Africa/Libreville"), (set.Ceremony.At, set.Ceremony.Zone));
        Assert.Equal((null, "Letter no. 12"), (set.LocalGovernment.Authority, set.Counterparty.Authority));
        var withoutTime = Sent();
        withoutTime["time"] = "";
        Assert.Equal((null, null), (Ceremony(withoutTime).At, Ceremony(withoutTime).Zone));

        Ceremony Ceremony(Dictionary<string, string> values) => ((SetCeremony)action.Make(new(Agreed, "Kim", values))).Ceremony;
    }

    [Fact]
    public void Another_hour_is_another_ceremony_and_the_same_hour_none()
    {
        var timed = Set with { Ceremony = Set.Ceremony with { At = new(14, 30) } };
        var mou = Sample.Carry(Agreed, timed, Later);

        Assert.Empty(Sample.Events(MouLifecycle.Decide(timed, mou, Later)));
        Assert.Single(Sample.Events(MouLifecycle.Decide(timed with { Ceremony = timed.Ceremony with { At = new(15, 0) } }, mou, Later)));
        Assert.Single(Sample.Events(MouLifecycle.Decide(timed with { Ceremony = timed.Ceremony with { Zone = "Africa/Libreville" } }, mou, Later)));
    }

    [Fact]
    public void A_day_is_screened_whenever_it_is_set()
    {
        Assert.Empty(ClosedOn("2026-12-15"));
        Assert.Equal([ClosureKind.PublicHoliday], ClosedOn("2026-12-25").Select(why => why.Kind));
        Assert.Equal([ClosureKind.Saturday], ClosedOn("2026-12-19").Select(why => why.Kind));
        Assert.Equal([(ClosureKind.MissionClosed, (MissionId?)new MissionId("GA"))], ClosedOn("2026-12-16").Select(why => (why.Kind, why.Mission)));
        // The embassy's closed day of each year, on a Sunday.
        Assert.Equal([ClosureKind.Sunday, ClosureKind.MissionClosed], ClosedOn("2036-08-17").Select(why => why.Kind));

        var moved = Sample.Carry(Sample.Carry(Agreed, Set, Later), Set with { Ceremony = Set.Ceremony with { On = new(2026, 12, 25) } }, Later.AddHours(1));
        Assert.Single(Assert.IsType<SigningMode.OnPaper>(Assert.IsType<Stage.Signing>(moved.Stage).Mode).Closed!);
    }

    [Fact]
    public void Whatever_ends_what_was_invited_to_calls_it_off()
    {
        var set = Sample.Carry(Agreed, Set, Later);
        var actor = Sample.ActorIn(Role.Desk);
        foreach (var command in EveryCommand.Ones.Concat(EveryCommand.Variants))
            if (MouLifecycle.Decide(command, set, Later) is Decision.Events { New: [var first, ..] })
            {
                var after = MouLifecycle.Evolve(set, new(set.Version + 1, Later, actor, first));
                var stands = after.Stage is Stage.Signing { Mode: SigningMode.OnPaper { Ceremony: var ceremony } } && ceremony.SaysTheSameAs(Set.Ceremony);
                Assert.True(stands == NewsOf(first, set) is null, $"{command.GetType().Name}: {after.Stage.Name}");
            }
    }

    [Fact]
    public void A_hold_calls_it_off_and_the_release_calls_it_in_again_with_a_later_version()
    {
        var set = Sample.Carry(Agreed, Set, Later);
        var held = Sample.Carry(set, Sample.Hold, Later.AddHours(1));
        var inTime = NewsOf(Sample.Events(MouLifecycle.Decide(new Release("All is clear."), held, Later.AddDays(2)))[0], held, Later.AddDays(2))!;
        var off = NewsOf(new MouEvent.HeldUp("Merged."), set)!;

        Assert.Equal((true, false), (off.IsCancelled, inTime.IsCancelled));
        Assert.True(inTime.Sequence > off.Sequence && off.Uid == inTime.Uid);
        Assert.Equal(Set.Ceremony.On, inTime.On);
        Assert.Null(NewsOf(new MouEvent.Released(), held, SeoulTime.On(new(2026, 12, 16), new(9, 0))));
        Assert.Contains(
            Effects.Of(new(held.Version + 1, Later.AddDays(2), Sample.ActorIn(Role.Desk), new MouEvent.Released()), held), effect => effect is { To: Recipient.Reviewer });
    }

    private static Invitation? NewsOf(MouEvent happened, Mou before, DateTimeOffset? at = null) =>
        CeremonyNews.Of(new(before.Version + 1, at ?? Later, Sample.ActorIn(Role.Desk), happened), before, new("desk@garok.example"), Sample.Gabon.Address);

    private static IReadOnlyList<CeremonyClosure> ClosedOn(string day)
    {
        var set = Set with { Ceremony = Set.Ceremony with { On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) } };
        return Assert.IsType<MouEvent.CeremonySet>(Assert.Single(Sample.Events(MouLifecycle.Decide(set, Agreed, Later)))).Closed!;
    }

    private static Dictionary<string, string> Sent() => new()
    {
        ["textHash"] = Sample.TextA.Value,
        ["place"] = "Libreville",
        ["on"] = "2026-12-15",
        ["time"] = "14:30",
        ["zone"] = "Africa/Libreville",
        ["localGovernment.name"] = "Lee",
        ["localGovernment.office"] = "Governor",
        ["counterparty.name"] = "Mba",
        ["counterparty.office"] = "Maire",
        ["counterparty.authority"] = "Letter no. 12",
    };
}
