using System.Reflection;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>
/// Every command in every stage, and by every role. What each pair comes to stands in docs/lifecycle.md, which
/// <see cref="TheDocument"/> holds to the code; a new stage or command fails here until it is added.
/// </summary>
public sealed class EveryPairIsAnswered
{
    private static readonly DateTimeOffset AnHourLater = Sample.Start.AddHours(1);

    public static TheoryData<StageName, string> Pairs()
    {
        var pairs = new TheoryData<StageName, string>();
        foreach (var stage in Enum.GetValues<StageName>())
            foreach (var command in EveryCommand.Ones)
                pairs.Add(stage, command.GetType().Name);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_command_in_every_stage_is_carried_out_or_refused_by_name(StageName stage, string name)
    {
        var (mou, command) = (Sample.InStage[stage], Command(name));

        var decision = MouLifecycle.Decide(command, mou, AnHourLater);

        if (decision is Decision.Refused refused) Assert.True(Enum.IsDefined(refused.Why));
        else Assert.Equal(mou.Version + Sample.Events(decision).Count, Sample.Carry(mou, command, AnHourLater).Version);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_role_is_answered_for_every_command_in_every_stage(StageName stage, string name)
    {
        var (mou, command) = (Sample.InStage[stage], Command(name));
        foreach (var role in Enum.GetValues<Role>())
        {
            var decision = MouLifecycle.Decide(command, ActorFor(role, command), mou, AnHourLater);

            var expected = WhoMayDo.Table[command.GetType()].Contains(role) || (stage == StageName.NotBegun && command is not MouCommand.CreateDraft)
                ? Describe(MouLifecycle.Decide(command, mou, AnHourLater)) : nameof(Refusal.NotYours);
            Assert.Equal(expected, Describe(decision));
        }
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Witness)]
    [InlineData(Role.Public)]
    public void Some_may_do_nothing_to_a_case(Role role) =>
        Assert.All(WhoMayDo.Table.Values, roles => Assert.DoesNotContain(role, roles));

    [Fact]
    public void Nobody_acts_for_another_office_mission_or_side()
    {
        Assert.Equal(Refusal.NotYours, By(new Actor.ApiClient(new("11"), "key", "Seoul"), Sample.Withdraw, StageName.Agreed));
        Assert.Equal(Refusal.NotYours, By(new Actor.OfficeMember(new("11"), "p7", "Park"), Sample.Withdraw, StageName.Agreed));
        Assert.Equal(Refusal.NotYours, By(new Actor.EmbassyOfficer(new("DO"), "Ana"), Sample.Accept, StageName.UnderReview));
        Assert.Equal(Refusal.NotYours, By(new Actor.SigningPerson(Side.Counterparty, "Eugène Mba"), Sample.GovernorSigns, StageName.Signing));
        Assert.Equal(Refusal.NotYours, By(new Actor.MinistryReviewer("Han"), new MouCommand.ReissueLink(LinkHolder.Reviewer), StageName.UnderReview));
    }

    [Fact]
    public void No_command_is_left_out()
    {
        Assert.Equal(Leaves(typeof(MouCommand)), EveryCommand.Ones.Select(command => command.GetType()).OrderBy(type => type.Name));
        Assert.Equal(Leaves(typeof(MouCommand)), WhoMayDo.Table.Keys.OrderBy(type => type.Name));
    }

    [Fact]
    public void No_stage_is_left_out() => Assert.All(Sample.InStage, pair => Assert.Equal(pair.Key, pair.Value.Stage.Name));

    [Theory]
    [InlineData(typeof(MouCommand))]
    [InlineData(typeof(MouEvent))]
    [InlineData(typeof(Stage))]
    [InlineData(typeof(Actor))]
    [InlineData(typeof(Decision))]
    [InlineData(typeof(EmbassyStanding))]
    [InlineData(typeof(CouncilOutcome))]
    [InlineData(typeof(SigningMode))]
    public void Hierarchies_are_closed(Type root)
    {
        Assert.All(root.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(c => c.GetParameters().Length == 0),
            constructor => Assert.True(constructor.IsPrivate));
        Assert.All(root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root)), type => Assert.True(type.IsSealed && type.DeclaringType == root));
    }

    [Theory]
    [InlineData(typeof(MouEvent))]
    [InlineData(typeof(Stage))]
    [InlineData(typeof(Actor))]
    [InlineData(typeof(EmbassyStanding))]
    [InlineData(typeof(CouncilOutcome))]
    [InlineData(typeof(SigningMode))]
    [InlineData(typeof(SigningSide))]
    public void Every_stored_leaf_has_a_discriminator_of_its_own(Type root)
    {
        var derived = root.GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();

        Assert.Equal(Leaves(root), derived.Select(d => d.DerivedType).OrderBy(type => type.Name));
        Assert.Equal(derived.Length, derived.Select(d => d.TypeDiscriminator).Distinct().Count());
    }

    /// <summary>Each role as whoever of it the command is about: a signer of the side that signs.</summary>
    private static Actor ActorFor(Role role, MouCommand command) => (role, command) switch
    {
        (Role.CounterpartySigner, MouCommand.SignText { Side: var side }) => new Actor.SigningPerson(side, "Eugène Mba"),
        (Role.MinistryReviewer or Role.LocalGovernmentSigner or Role.CounterpartySigner, MouCommand.ReissueLink) => new Actor.EmbassyOfficer(new("GA"), "Marie Obame"),
        _ => Sample.ActorIn(role, command),
    };

    private static MouCommand Command(string name) => EveryCommand.Ones.Single(command => command.GetType().Name == name);

    private static Refusal By(Actor by, MouCommand command, StageName stage) =>
        Sample.Refused(MouLifecycle.Decide(command, by, Sample.InStage[stage], AnHourLater));

    private static string Describe(Decision decision) => decision switch
    {
        Decision.Refused refused => refused.Why.ToString(),
        Decision.Events events => string.Join(", ", events.New.Select(happened => happened.GetType().Name)),
        _ => "",
    };

    private static IEnumerable<Type> Leaves(Type root) => root.GetNestedTypes().Where(type => type.IsSubclassOf(root)).OrderBy(type => type.Name);
}
