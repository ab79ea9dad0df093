using System.Reflection;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>Waits for what a function returns (a task, a value task or a value) and gives its value.</summary>
internal static class FunctionResults
{
    public static Type ValueTypeOf(Type returned)
    {
        if (returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask))
            return typeof(object);
        return IsGeneric(returned, typeof(Task<>)) || IsGeneric(returned, typeof(ValueTask<>))
            ? returned.GetGenericArguments()[0]
            : returned;
    }

    public static Func<object?, ValueTask<object?>> ReaderFor(Type returned)
    {
        if (returned == typeof(Task))
            return TaskAsync;
        if (returned == typeof(ValueTask))
            return value => TaskAsync(((ValueTask)value!).AsTask());
        if (IsGeneric(returned, typeof(Task<>)))
            return Generic(nameof(TaskOf), returned);
        return IsGeneric(returned, typeof(ValueTask<>))
            ? Generic(nameof(ValueTaskOf), returned)
            : ValueTask.FromResult;
    }

    private static bool IsGeneric(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static Func<object?, ValueTask<object?>> Generic(string reader, Type returned) =>
        typeof(FunctionResults).GetMethod(reader, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(returned.GetGenericArguments())
            .CreateDelegate<Func<object?, ValueTask<object?>>>();

    private static async ValueTask<object?> TaskAsync(object? task)
    {
        if (task is Task running)
            await running;
        return null;
    }

    private static async ValueTask<object?> TaskOf<T>(object? task) => task is Task<T> running ? await running : null;

    private static async ValueTask<object?> ValueTaskOf<T>(object? task) => await (ValueTask<T>)task!;
}
