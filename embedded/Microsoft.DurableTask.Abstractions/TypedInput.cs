namespace Microsoft.DurableTask;

/// <summary>An input that was stored, as the type that its receiver declares.</summary>
internal static class TypedInput
{
    internal static T Of<T>(object? input, string taskName) => input switch
    {
        null => default!,
        T typed => typed,
        _ => throw new ArgumentException(
            $"Task '{taskName}' takes {typeof(T)}, but was given {input.GetType()}.", nameof(input)),
    };
}
