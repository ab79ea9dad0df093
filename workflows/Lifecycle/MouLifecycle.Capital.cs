using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// 본국 협의: an embassy asks its capital. Its time grows by that and is not shortened when the capital answers early.
public static partial class MouLifecycle
{
    private static Decision? DecideCapital(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        ReferToCapital refer => DecideRefer(refer, mou, now),
        ExtendCapital extend => DecideExtendCapital(extend, mou, now),
        ReturnFromCapital back => DecideReturnFromCapital(back, mou),
        _ => null,
    };

    private static Decision DecideRefer(ReferToCapital refer, Mou mou, DateTimeOffset now) => InRound(
        mou, refer.Round, refer.Mission, refer.OfficerName, (_, embassy) => embassy.Standing is EmbassyStanding.AtCapital
            ? Nothing
            : Happened(new ReferredToCapital(
                refer.Round, embassy.Mission, refer.OfficerName.Trim(),
                Clocks.Later(embassy.Answer.By, Clocks.InDays(now, mou.Rules.Times.CapitalDays)))));

    private static Decision DecideExtendCapital(ExtendCapital extend, Mou mou, DateTimeOffset now) => InRound(
        mou, extend.Round, extend.Mission, extend.OfficerName, (_, embassy) => embassy.Standing switch
        {
            EmbassyStanding.AtCapital capital when capital.Extensions >= mou.Rules.Times.CapitalExtensions => Refuse(Refusal.NoMoreExtensions),
            EmbassyStanding.AtCapital capital => Happened(new CapitalExtended(
                extend.Round, embassy.Mission, extend.OfficerName.Trim(), capital.Extensions + 1,
                Clocks.Extended(embassy.Answer.By, mou.Rules.Times.CapitalExtensionDays, now, ExtendedBy.Reader, ""))),
            _ => Refuse(Refusal.NotAtCapital),
        });

    private static Decision DecideReturnFromCapital(ReturnFromCapital back, Mou mou) => InRound(
        mou, back.Round, back.Mission, back.OfficerName, (_, embassy) => embassy.Standing switch
        {
            EmbassyStanding.AtCapital => Happened(new ReturnedFromCapital(back.Round, embassy.Mission, back.OfficerName.Trim())),
            EmbassyStanding.Acknowledged => Nothing,
            _ => Refuse(Refusal.NotAtCapital),
        });
}
