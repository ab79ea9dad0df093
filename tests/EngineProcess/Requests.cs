using System.Text.Json;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.EngineProcess;

/// <summary>One line in, one line out: "ok" with what was asked for, or "no" with the reason.</summary>
internal sealed class Requests(DurableTaskClient client)
{
    internal async Task<string> AnswerAsync(string line)
    {
        try
        {
            return line.Split(' ') switch
            {
                ["start", var name, var id] => await StartAsync(name, id),
                ["event", var id, var number] => await RaiseAsync(id, int.Parse(number, null)),
                ["end", var id] => await EndAsync(id),
                _ => $"no such request: {line}",
            };
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"no {failure.GetType().Name} {failure.Message.ReplaceLineEndings(" ")}";
        }
    }

    private async Task<string> StartAsync(string name, string id)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions(id).WithDedupeStatuses(
                [.. Enum.GetValues<OrchestrationRuntimeStatus>().Where(status => status.ToString() is not "ContinuedAsNew")]));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // A process before this one was killed between the start and its answer.
        }

        return "ok";
    }

    private async Task<string> RaiseAsync(string id, int number)
    {
        await client.RaiseEventAsync(id, "Number", number);
        return "ok";
    }

    private async Task<string> EndAsync(string id)
    {
        var ended = await client.WaitForInstanceCompletionAsync(id, true);
        return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? "ok " + ended.SerializedOutput
            : "no " + JsonSerializer.Serialize(new { Status = ended.RuntimeStatus.ToString(), ended.FailureDetails?.ErrorType, ended.FailureDetails?.ErrorMessage, Inner = ended.FailureDetails?.InnerFailure?.ErrorType });
    }
}
