using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// A variation is an MOU of its own until it takes effect. From then on it is part of the one that it varies: that one reads
// as it says, has the term that it names, and takes it along to its end.
public static partial class MouLifecycle
{
    /// <summary>Also on hold: the variation is in effect, whatever waits here.</summary>
    private static Decision DecideTakeUp(TakeUpVariation taken, Mou mou) => mou.Stage.Live switch
    {
        _ when mou.Variations.Any(before => before.By == taken.Variation) => Nothing,
        _ when WhyEnded(mou.Stage) is { } ended => Refuse(ended),
        { Given: null } => Refuse(Refusal.NotInEffect),
        _ when !IsOther(taken.Variation, mou) => Refuse(Refusal.LinksToItself),
        { Given: { } given } when taken.Term?.EndsOn < given.Since => Refuse(Refusal.EndsBeforeItBegins),
        _ => Happened(new Varied(taken.Variation, taken.Text, taken.On, taken.Term)),
    };

    private static Decision DecideEndWithVaried(EndWithVaried ended, Mou mou) => mou.Stage switch
    {
        _ when !mou.Links.Contains(new(MouLinkKind.Varied, ended.Varied)) => Refuse(Refusal.NotAVariation),
        Stage.InEffect or Stage.Suspended or Stage.NoticeGiven when ended.End is Expired or Terminated or Superseded => Happened(ended.End),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotInEffect),
    };

    /// <summary>How an MOU ended, as its variations are told; null while it lives, and where it never was in effect.</summary>
    internal static MouEvent? EndOf(Mou mou) => mou.Stage switch
    {
        Stage.Expired stage => new Expired(stage.On),
        Stage.Terminated stage => new Terminated(stage.On, stage.Reason),
        Stage.Superseded stage => new Superseded(stage.On, stage.By),
        _ => null,
    };

    private static Mou? ApplyVariation(Mou mou, Varied e, DateTimeOffset at)
    {
        if (Varying(mou.Stage, e.Term, mou, at) is not { } stage) return null;
        var link = new MouLink(MouLinkKind.Variation, e.By);
        return mou with
        {
            Stage = stage,
            Links = mou.Links.Contains(link) ? mou.Links : [.. mou.Links, link],
            Variations = [.. mou.Variations, new(e.By, e.Text, e.On, e.Term?.EndsOn)],
        };
    }

    /// <summary>The stage with its new term; null where nothing was signed yet, or nothing is left to vary.</summary>
    private static Stage? Varying(Stage stage, VariedTerm? term, Mou mou, DateTimeOffset at) => stage switch
    {
        Stage.OnHold hold => Varying(hold.Before, term, mou, at) is { } before ? hold with { Before = before } : null,
        { IsEnd: true } or { Given: null } => null,
        _ when term is null => stage,
        Stage.Signed signed => signed with { Instrument = With(signed.Instrument, term) },
        Stage.InEffect effect => Beginning(With(effect.Instrument, term), mou, at),
        Stage.Suspended suspended => Beginning(With(suspended.Instrument, term), mou, at) is var effect
            ? suspended with { Instrument = effect.Instrument, Notices = effect.Notices, WillNotRenew = false } : null,
        Stage.NoticeGiven given => given with { Instrument = With(given.Instrument, term) },
        _ => null,
    };

    private static Instrument With(Instrument instrument, VariedTerm term) => instrument with { EndsOn = term.EndsOn, Renewal = term.Renewal };
}
