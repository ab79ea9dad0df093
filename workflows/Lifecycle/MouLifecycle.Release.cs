using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Whether the public reads the text that was signed: the office's deed, at any time after the signatures, and its correction.
public static partial class MouLifecycle
{
    private static Decision? DecideRelease(MouCommand command, Mou mou) => command switch
    {
        ReleaseText release when mou.Stage.Given is { } given => given.Text != release.Text ? Refuse(Refusal.TextChanged)
            : mou.IsTextReleased ? Nothing : Happened(new TextReleased(given.Text)),
        WithholdText withhold when mou.Stage.Given is { } given => !mou.IsTextReleased ? Refuse(Refusal.TextNotReleased)
            : IsBlank(withhold.Reason) ? Refuse(Refusal.ReasonMissing) : Happened(new TextWithheld(given.Text, withhold.Reason.Trim())),
        ReleaseText or WithholdText => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotSigned),
        _ => null,
    };

    private static Mou? ApplyRelease(Mou mou, MouEvent happened) => happened switch
    {
        TextReleased e when mou.Stage.Given?.Text == e.Text => mou with { IsTextReleased = true },
        TextWithheld when mou.IsTextReleased => mou with { IsTextReleased = false },
        _ => null,
    };
}
