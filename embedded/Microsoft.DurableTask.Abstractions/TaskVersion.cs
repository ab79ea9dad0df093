namespace Microsoft.DurableTask;

/// <summary>The version of an orchestration or an activity; the default value stands for "no version".</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    public static readonly TaskVersion Unversioned = default;

    private readonly string? text;

    public TaskVersion(string? version)
    {
        if (version?.Length > 0 && string.IsNullOrWhiteSpace(version))
            throw new ArgumentException("A version is no white space; leave it out for a task without a version.", nameof(version));

        text = version;
    }

    public string Version => text ?? string.Empty;

    public static implicit operator string(TaskVersion value) => value.Version;

    public static implicit operator TaskVersion(string? value) => new(value);

    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    public bool Equals(TaskVersion other) =>
        string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
