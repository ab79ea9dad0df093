namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Members that a case exercises without calling them by their own name: overrides of object's, constants that the compiler
/// writes out, and what a record's own methods call.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CoversAttribute(Type type, params string[] members) : Attribute
{
    public Type Type { get; } = type;

    public IReadOnlyList<string> Members { get; } = members;
}
