using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>One invocation: what it was triggered with, and what came of it.</summary>
internal sealed class HostFunctionContext : FunctionContext
{
    public HostFunctionContext(
        FunctionExecutor executor,
        object? trigger,
        IReadOnlyDictionary<string, object?> bindingData,
        IServiceProvider services,
        CancellationToken cancellationToken)
    {
        Trigger = trigger;
        FunctionDefinition = executor.Definition;
        BindingContext = new HostBindingContext(bindingData);
        InstanceServices = services;
        CancellationToken = cancellationToken;
        Features.Set<IInvocationResultFeature>(Result);
        Features.Set(executor);
        Features.Set(this);
    }

    /// <summary>The request, the timer's state, the orchestration's context or the activity's input.</summary>
    public object? Trigger { get; }

    /// <summary>An orchestration's input, where a parameter takes it.</summary>
    public object? Input { get; init; }

    public InvocationResultFeature Result { get; } = new();

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext { get; } = new HostTraceContext(Activity.Current);

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; } = new NoRetries();

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition { get; }

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class HostBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class HostTraceContext(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class NoRetries : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
