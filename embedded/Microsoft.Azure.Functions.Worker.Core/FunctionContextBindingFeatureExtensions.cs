namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The invocation's result, of use after <c>next</c> has run; setting it replaces the answer.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => new Untyped(Feature(context));

    /// <inheritdoc cref="GetInvocationResult(FunctionContext)"/>
    /// <exception cref="InvalidOperationException">The function returned a value of another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context)
    {
        var feature = Feature(context);
        if (feature.Value is not null and not T)
        {
            throw new InvalidOperationException(
                $"Requested type '{typeof(T)}' is not that of the invocation result, '{feature.Value.GetType()}'.");
        }

        return new Typed<T>(feature);
    }

    private static IInvocationResultFeature Feature(FunctionContext context) =>
        context.Features.Get<IInvocationResultFeature>()
        ?? throw new InvalidOperationException("The invocation has no result.");

    private sealed class Untyped(IInvocationResultFeature feature) : InvocationResult
    {
        public override object? Value
        {
            get => feature.Value;
            set => feature.Value = value;
        }
    }

    private sealed class Typed<T>(IInvocationResultFeature feature) : InvocationResult<T>
    {
        public override T? Value
        {
            get => (T?)feature.Value;
            set => feature.Value = value;
        }
    }
}
