using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>Lets time pass for cases on the engine: to a moment, to what is due, to rest.</summary>
internal static class PassingTime
{
    /// <summary>Until nothing is left to be done for the case now: no nudge, and no effect but what waits for its reader's next working day.</summary>
    public static Task ToRestAsync(this Association association, MouId id) => Patience.UntilAsync(async () =>
        (await association.EffectsAsync(id)).All(effect => effect.NotBefore > association.Clock.GetUtcNow())
        && (await association.Get<Nudges>().OfCaseAsync(id, CancellationToken.None)).Count == 0);

    /// <summary>To rest, and every mail gone.</summary>
    public static async Task MailsToRestAsync(this Association association, MouId id)
    {
        await association.ToRestAsync(id);
        await Patience.UntilAsync(async () => (await association.Get<MailLedger>().OfCaseAsync(id)).All(mail => mail.State != MailState.Queued));
    }

    /// <summary>In steps, because the engine may set its timer a moment after the clock was moved.</summary>
    public static Task AdvanceUntilAsync(this Association association, TimeSpan step, Func<Task<bool>> holds) => Patience.UntilAsync(async () =>
    {
        if (await holds()) return true;
        association.Clock.Advance(step);
        return false;
    });

    /// <summary>To that moment, and on until what fell due then is recorded.</summary>
    public static async Task<Mou> PassAsync(this Association association, Mou mou, DateTimeOffset due)
    {
        if (association.Clock.GetUtcNow() < due) association.Clock.AdvanceTo(due);
        var (after, before) = (mou, mou.Version);
        await association.AdvanceUntilAsync(
            TimeSpan.FromSeconds(1), async () => (after = (await association.Cases.FindAsync(mou.Id))!).Version > before);
        return after;
    }

    /// <summary>To ten o'clock of that day in Seoul, with a stop at each moment at which something falls due.</summary>
    public static async Task<Mou> PassUntilAsync(this Association association, Mou mou, string day)
    {
        var then = SeoulTime.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(10, 0));
        while (await association.NextAsync(mou) is { } next && next.At <= then)
        {
            if (next.IsMail) await association.WaitForMailAsync(mou.Id, next.At);
            else mou = await association.PassAsync(mou, next.At);
            await association.MailsToRestAsync(mou.Id);
        }

        if (association.Clock.GetUtcNow() < then) association.Clock.AdvanceTo(then);
        return mou;
    }

    /// <summary>Whichever comes first: what falls due, or a mail that waits for its reader's next working day.</summary>
    private static async Task<(DateTimeOffset At, bool IsMail)?> NextAsync(this Association association, Mou mou)
    {
        var held = (await association.EffectsAsync(mou.Id)).Min(effect => effect.NotBefore);
        return WhatFellDue.Next(mou) is { } due && !(held < due) ? (due, false) : held is { } at ? (at, true) : null;
    }

    private static async Task WaitForMailAsync(this Association association, MouId id, DateTimeOffset at)
    {
        if (association.Clock.GetUtcNow() < at) association.Clock.AdvanceTo(at);
        await association.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await association.EffectsAsync(id)).All(effect => effect.NotBefore > at));
    }

    private static Task<IReadOnlyList<Effect>> EffectsAsync(this Association association, MouId id) =>
        association.Get<CasePartition>().EffectsAsync(id, CancellationToken.None);
}
