using System.Reflection;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Every command in every stage: events or the refusal that stands here. A new stage or command fails until it is added.</summary>
public sealed class EveryPairIsAnswered
{
    private const string Ok = "ok";

    private static readonly MouCommand[] Commands =
    [
        Sample.Create, new MouCommand.ReplaceDraft(Sample.Friendship, Sample.TextB), Sample.Submit, Sample.Accept, Sample.RequestChanges,
        Sample.Decline, Sample.OpenSigning, Sample.GovernorSigns, Sample.Withdraw, new MouCommand.ReissueLink(LinkHolder.Reviewer),
        new MouCommand.PassTime(), new MouCommand.ReportUndeliveredMail("mail-1", LinkHolder.Reviewer, "550"),
    ];

    private const string Table = """
        stage        create         replace            submit         accept          changes         decline         signing       sign            withdraw      reissue          time       undelivered
        NotBegun     ok             NotBegun           NotBegun       NotBegun        NotBegun        NotBegun        NotBegun      NotBegun        NotBegun      NotBegun         NotBegun   NotBegun
        Draft        ok             ok                 ok             NotUnderReview  NotUnderReview  NotUnderReview  NotAgreed     SigningNotOpen  ok            HolderHasNoLink  ok         ok
        UnderReview  AlreadyExists  TextIsUnderReview  ok             ok              ok              ok              NotAgreed     SigningNotOpen  ok            ok               ok         ok
        Agreed       AlreadyExists  TextIsFrozen       TextIsFrozen   ok              AlreadyDecided  AlreadyDecided  ok            SigningNotOpen  ok            HolderHasNoLink  ok         ok
        Signing      AlreadyExists  TextIsFrozen       TextIsFrozen   ok              AlreadyDecided  AlreadyDecided  ok            ok              ok            HolderHasNoLink  ok         ok
        InEffect     AlreadyExists  TextIsFrozen       TextIsFrozen   ok              AlreadyDecided  AlreadyDecided  InEffect      ok              InEffect      HolderHasNoLink  ok         ok
        Declined     AlreadyExists  WasDeclined        WasDeclined    AlreadyDecided  AlreadyDecided  ok              WasDeclined   WasDeclined     WasDeclined   HolderHasNoLink  ok         ok
        Withdrawn    AlreadyExists  WasWithdrawn       WasWithdrawn   NotUnderReview  NotUnderReview  NotUnderReview  WasWithdrawn  WasWithdrawn    ok            HolderHasNoLink  ok         ok
        """;

    private static readonly Dictionary<StageName, string[]> Expected = Table.Split('\n').Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(cells => Enum.Parse<StageName>(cells[0]), cells => cells[1..]);

    public static TheoryData<StageName, int> Pairs()
    {
        var pairs = new TheoryData<StageName, int>();
        foreach (var stage in Enum.GetValues<StageName>())
            for (var command = 0; command < Commands.Length; command++)
                pairs.Add(stage, command);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_command_in_every_stage(StageName stage, int command)
    {
        var mou = Sample.InStage[stage];

        var decision = MouLifecycle.Decide(Commands[command], mou, Sample.Start.AddHours(1));

        Assert.Equal(Expected[stage][command], decision is Decision.Refused refused ? refused.Why.ToString() : Ok);
        if (decision is Decision.Events)
            Sample.Carry(mou, Commands[command], Sample.Start.AddHours(1));
    }

    [Fact]
    public void No_command_is_left_out() =>
        Assert.Equal(Leaves(typeof(MouCommand)), Commands.Select(command => command.GetType()).OrderBy(type => type.Name));

    [Theory]
    [InlineData(typeof(MouCommand))]
    [InlineData(typeof(MouEvent))]
    [InlineData(typeof(Stage))]
    [InlineData(typeof(Actor))]
    [InlineData(typeof(Decision))]
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
    public void Every_stored_leaf_has_a_discriminator_of_its_own(Type root)
    {
        var derived = root.GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();

        Assert.Equal(Leaves(root), derived.Select(d => d.DerivedType).OrderBy(type => type.Name));
        Assert.Equal(derived.Length, derived.Select(d => d.TypeDiscriminator).Distinct().Count());
    }

    private static IEnumerable<Type> Leaves(Type root) => root.GetNestedTypes().Where(type => type.IsSubclassOf(root)).OrderBy(type => type.Name);
}
