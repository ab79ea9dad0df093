using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using Xunit;

namespace LocalDiplomacy.Workflows.Tests.OfficePortal;

/// <summary>What pages offer, held to what the lifecycle carries out.</summary>
public sealed class ActionsOfAnOffice
{
    /// <summary>They have pages of their own.</summary>
    private static readonly Type[] Elsewhere =
        [typeof(MouCommand.CreateDraft), typeof(MouCommand.ReplaceDraft), typeof(MouCommand.SubmitDraft), typeof(MouCommand.Withdraw), typeof(MouCommand.OpenSigning),
            typeof(MouCommand.StartVariation), typeof(MouCommand.StartSubsidiary), typeof(MouCommand.KeepScan)];

    [Fact]
    public void Leave_out_no_command_that_is_theirs() => Assert.Equal(
        WhoMayDo.Table.Where(row => row.Value.Any(role => role is Role.Drafter or Role.HeadOfOffice or Role.CouncilClerk)).Select(row => row.Key).Except(Elsewhere).OrderBy(type => type.Name),
        OfficeActions.All.Select(action => action.Command).OrderBy(type => type.Name));

    [Fact]
    public void Are_offered_wherever_they_lead_anywhere()
    {
        foreach (var (stage, mou) in Sample.InStage.Where(sample => sample.Key != StageName.NotBegun))
            foreach (var action in OfficeActions.All)
                if (MouLifecycle.Decide(EveryCommand.Ones.Single(one => one.GetType() == action.Command), mou, Sample.Start.AddHours(1)) is Decision.Events { New.Count: > 0 })
                    Assert.True(action.IsOffered(mou), $"{action.Name} is not offered in {stage}.");
    }

    [Fact]
    public void Are_never_offered_where_all_has_ended_but_a_correction_and_the_release_of_what_was_signed() =>
        Assert.All(Sample.InStage.Values.Where(mou => mou.Stage.IsEnd), mou =>
            Assert.Equal(mou.Stage.Given is null ? ["correct"] : ["release-text", "correct"], OfficeActions.For(Role.Drafter, mou).Select(action => action.Name)));

    [Theory]
    [InlineData("2026-02-30", FieldFault.Malformed)]
    [InlineData("30/01/2026", FieldFault.Malformed)]
    [InlineData("", FieldFault.Missing)]
    public void Name_a_day_that_is_none(string day, FieldFault fault) =>
        Assert.Equal([new FieldProblem("signedOn", fault)], ActionReading.ProblemsOf(OfficeActions.Named("record-signatures")!,
            new Dictionary<string, string> { ["textHash"] = Sample.TextA.Value, ["signedOn"] = day }));

    [Fact]
    public void Read_a_time_without_its_zone_as_Seouls()
    {
        var outage = OfficeActions.Named("record-outage")!;
        var values = new Dictionary<string, string>
        {
            ["holder"] = "Reviewer",
            ["from"] = "2026-11-30T09:00",
            ["repairedAt"] = "2026-12-03T00:00:00Z",
            ["reason"] = "The mail server was down.",
        };
        Assert.Empty(ActionReading.ProblemsOf(outage, values));
        var command = Assert.IsType<MouCommand.RecordOutage>(outage.Make(new(Sample.InStage[StageName.UnderReview], "Kim", values)));
        Assert.Equal((new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 3, 0, 0, 0, TimeSpan.Zero)), (command.From, command.RepairedAt));
    }
}
