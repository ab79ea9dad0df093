using System.Text.Json;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>host.json says what its decision record gives reasons for, and nothing that would be logged by mistake.</summary>
public sealed class HostFile
{
    private static readonly JsonElement _host = JsonDocument.Parse(Repository.Read("host.json")).RootElement;
    private static readonly JsonElement _durable = _host.GetProperty("extensions").GetProperty("durableTask");

    [Fact]
    public void Every_figure_has_its_reason()
    {
        var record = Repository.Read("docs/decisions/0004-host-json-for-latency-and-cost.md");
        Assert.Equal([], Leaves(_durable).Append("functionTimeout").Append("telemetryMode").Where(name => !record.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Inputs_and_outputs_of_orchestrations_are_not_logged() =>
        Assert.False(_durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());

    [Fact]
    public void An_older_program_leaves_newer_instances_alone()
    {
        Assert.Equal("CurrentOrOlder", _durable.GetProperty("versionMatchStrategy").GetString());
        Assert.Equal("Reject", _durable.GetProperty("versionFailureStrategy").GetString());
    }

    [Fact]
    public void Successful_requests_are_recorded_else_latency_is_measured_on_failures_alone() =>
        Assert.Equal("Information", _host.GetProperty("logging").GetProperty("logLevel").GetProperty("Host.Results").GetString());

    [Fact]
    public void The_host_and_the_worker_speak_of_the_same_trace()
    {
        Assert.Equal("OpenTelemetry", _host.GetProperty("telemetryMode").GetString());
        Assert.Contains("UseFunctionsWorkerDefaults()", Repository.Read("functions/Telemetry/AzureMonitor.cs"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Leaves(JsonElement element) => element.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Object ? Leaves(p.Value) : [p.Name]);
}
