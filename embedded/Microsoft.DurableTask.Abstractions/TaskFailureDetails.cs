using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>What is left of an exception once it has been stored: a name and texts, never the exception itself.</summary>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception is TaskFailedException failed)
        {
            return new TaskFailureDetails(
                typeof(TaskFailedException).FullName!, failed.Message, failed.StackTrace, failed.FailureDetails, null);
        }

        return new TaskFailureDetails(
            exception.GetType().FullName ?? exception.GetType().Name,
            exception.Message,
            exception.StackTrace,
            exception.InnerException is { } inner ? FromException(inner) : null,
            null);
    }

    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>True when the failure's own type is <paramref name="targetBaseExceptionType"/> or derives from it. Inner failures
    /// are not looked at. False for a type that this process does not know.</summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
            throw new ArgumentException($"{targetBaseExceptionType} is no exception type.", nameof(targetBaseExceptionType));

        return !string.IsNullOrEmpty(ErrorType) && targetBaseExceptionType.IsAssignableFrom(TypeIn(targetBaseExceptionType.Assembly, ErrorType) ?? Find(ErrorType));
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static Type? Find(string name) =>
        Type.GetType(name) ??
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => TypeIn(assembly, name)).FirstOrDefault(type => type is not null);

    private static Type? TypeIn(Assembly assembly, string name) => assembly.IsDynamic ? null : assembly.GetType(name);
}
