using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Fixed facts for tests. States are made by replaying events, so none is impossible.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly MouId Id = new("mou_sample");
    public static readonly LocalGovernmentId Gyeongbuk = new("47");
    public static readonly TextHash TextA = new(new string('a', 64));
    public static readonly TextHash TextB = new(new string('b', 64));
    public static readonly Reviewer Gabon = new(new("GA"), new("review@gabon.example"), Language.French);
    public static readonly Signer Governor = new(Side.LocalGovernment, "Lee Cheol-woo", "Governor", new("governor@gyeongbuk.example"), Language.Korean);
    public static readonly Signer Mayor = new(Side.Counterparty, "Eugène Mba", "Maire", new("maire@libreville.example"), Language.French);
    public static readonly ElectronicSigningAgreement Agreement = new("By letter of 1 December 2026.");

    public static readonly Particulars Friendship = new(
        MouKind.Friendship,
        LocalizedText.Of((Language.Korean, "우호협력 양해각서"), (Language.French, "Protocole d’entente")),
        new(LocalizedText.Of((Language.French, "Ville de Libreville")), "GA", LocalizedText.Empty),
        new("GA"),
        [CooperationField.CultureAndArts],
        [Language.Korean, Language.French],
        null);

    public static readonly MouCommand.CreateDraft Create = new(Gyeongbuk, Friendship, TextA);
    public static readonly MouCommand.SubmitDraft Submit = new(TextA, Gabon);
    public static readonly MouCommand.AcceptText Accept = new(1, TextA, "Marie Obame");
    public static readonly MouCommand.RequestChanges RequestChanges = new(1, TextA, "Marie Obame", "Clause 4 is unclear.", true);
    public static readonly MouCommand.DeclineReview Decline = new(1, TextA, "Marie Obame", null, true);
    public static readonly MouCommand.OpenSigning OpenSigning = new(TextA, Governor, Mayor, Agreement);
    public static readonly MouCommand.SignText GovernorSigns = new(Side.LocalGovernment, TextA, "Lee Cheol-woo", "Governor", "I sign.");
    public static readonly MouCommand.SignText MayorSigns = new(Side.Counterparty, TextA, "Eugène Mba", "Maire", "Je signe.");
    public static readonly MouCommand.Withdraw Withdraw = new("The visit is off.");

    /// <summary>One MOU in every stage, each by the commands that lead there, a minute apart.</summary>
    public static readonly IReadOnlyDictionary<StageName, Mou> InStage = new Dictionary<StageName, Mou>
    {
        [StageName.NotBegun] = After(),
        [StageName.Draft] = After(Create),
        [StageName.UnderReview] = After(Create, Submit),
        [StageName.Agreed] = After(Create, Submit, Accept),
        [StageName.Signing] = After(Create, Submit, Accept, OpenSigning),
        [StageName.InEffect] = After(Create, Submit, Accept, OpenSigning, GovernorSigns, MayorSigns),
        [StageName.Declined] = After(Create, Submit, Decline),
        [StageName.Withdrawn] = After(Create, Withdraw),
    };

    public static Mou After(params MouCommand[] commands) =>
        commands.Aggregate(Mou.NotBegun(Id), (mou, command) => Carry(mou, command, Start.AddMinutes(mou.Version)));

    /// <summary>Decides and records; fails the test where the command is refused.</summary>
    public static Mou Carry(Mou mou, MouCommand command, DateTimeOffset at) =>
        Events(MouLifecycle.Decide(command, mou, at))
            .Aggregate(mou, (state, happened) => MouLifecycle.Evolve(state, new(state.Version + 1, at, new Actor.Clock(), happened)));

    public static IReadOnlyList<MouEvent> Events(Decision decision) => Assert.IsType<Decision.Events>(decision).New;

    public static Refusal Refused(Decision decision) => Assert.IsType<Decision.Refused>(decision).Why;
}
