using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

public sealed class TheRecordContradictsItself
{
    [Fact]
    public void An_event_that_cannot_follow_is_thrown_out() =>
        Assert.Throws<ImpossibleEventException>(() => MouLifecycle.Evolve(
            Sample.InStage[StageName.Draft], new(2, Sample.Start, new Actor.Clock(), new MouEvent.TookEffect(new(2026, 11, 2)))));

    [Fact]
    public void A_missing_number_is_thrown_out() =>
        Assert.Throws<ImpossibleEventException>(() => MouLifecycle.Evolve(
            Sample.InStage[StageName.Draft], new(3, Sample.Start, new Actor.Clock(), new MouEvent.Withdrawn("reason"))));
}
