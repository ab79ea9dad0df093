namespace Microsoft.DurableTask.Abstractions;

public static class TaskOrchestrationVersioningUtils
{
    /// <summary>Less than, equal to or more than zero. An empty version is older than any other; versions such as
    /// <c>1.10</c> are compared as numbers, anything else as text that ignores case.</summary>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        var (source, other) = (sourceVersion ?? string.Empty, otherVersion ?? string.Empty);
        var (isEmpty, isOtherEmpty) = (string.IsNullOrWhiteSpace(source), string.IsNullOrWhiteSpace(other));
        if (isEmpty || isOtherEmpty) return isOtherEmpty.CompareTo(isEmpty);

        return Version.TryParse(source, out var left) && Version.TryParse(other, out var right)
            ? left.CompareTo(right)
            : string.Compare(source, other, StringComparison.OrdinalIgnoreCase);
    }
}
