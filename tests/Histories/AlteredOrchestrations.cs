using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>Changes of the kind that somebody makes without a thought for what is under way.</summary>
internal static class AlteredOrchestrations
{
    private static readonly TaskOptions Thrice = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)));

    /// <summary>It records the time that passed before it reads what there is to do.</summary>
    public static async Task<object?> PassesTimeFirst(TaskOrchestrationContext context)
    {
        var input = context.GetInput<MouCaseInput>()!;
        await context.CallActivityAsync(nameof(PassTime), input);
        await context.CallActivityAsync<CaseAgenda>(nameof(ReadAgenda), input);
        return null;
    }

    /// <summary>As ever, but one effect after the other.</summary>
    public static async Task<object?> CarriesOutOneByOne(TaskOrchestrationContext context)
    {
        var input = context.GetInput<MouCaseInput>()!;
        var nudge = context.WaitForExternalEvent<object?>(MouCase.Nudged);
        while (true)
        {
            var agenda = await context.CallActivityAsync<CaseAgenda>(nameof(ReadAgenda), input);
            if (agenda.IsOver) return null;
            foreach (var effect in agenda.Effects)
                await context.CallActivityAsync(nameof(CarryOutEffect), new CaseEffectInput(input.MouId, effect));
            if (agenda.Effects.Count > 0) continue;

            using var sleep = new CancellationTokenSource();
            if (await Task.WhenAny(nudge, context.CreateTimer(agenda.NextDue!.Value.UtcDateTime, sleep.Token)) != nudge) continue;
            sleep.Cancel();
            nudge = context.WaitForExternalEvent<object?>(MouCase.Nudged);
        }
    }

    /// <summary>It tries less often, and fails where it was to tell the office.</summary>
    public static async Task<object?> GivesUpSooner(TaskOrchestrationContext context)
    {
        var wasRefused = await context.CallActivityAsync<bool>(nameof(SendMail), context.GetInput<MailDeliveryInput>(), Thrice);
        if (wasRefused) await context.CallActivityAsync(nameof(GiveUpMail));
        return null;
    }

    /// <summary>It tells somebody at the end.</summary>
    public static async Task<object?> SaysMore(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<bool>(nameof(SendMail), context.GetInput<MailDeliveryInput>(), Thrice);
        await context.CallActivityAsync("TellSomebody");
        return null;
    }

    /// <summary>It has forgotten how to go on for ever.</summary>
    public static async Task<object?> StopsAfterTwentyLooks(TaskOrchestrationContext context)
    {
        for (var look = 0; look < 20; look++)
        {
            var agenda = await context.CallActivityAsync<CaseAgenda>(nameof(ReadAgenda), context.GetInput<MouCaseInput>());
            using var sleep = new CancellationTokenSource();
            var nudge = context.WaitForExternalEvent<object?>(MouCase.Nudged);
            await Task.WhenAny(nudge, context.CreateTimer(agenda.NextDue!.Value.UtcDateTime, sleep.Token));
            sleep.Cancel();
        }

        return null;
    }
}
