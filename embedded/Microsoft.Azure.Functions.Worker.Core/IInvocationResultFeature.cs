namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where the host keeps an invocation's result, so that <c>GetInvocationResult</c> finds it.</summary>
internal interface IInvocationResultFeature
{
    object? Value { get; set; }
}
