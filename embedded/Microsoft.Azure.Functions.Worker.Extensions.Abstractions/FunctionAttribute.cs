namespace Microsoft.Azure.Functions.Worker;

/// <summary>Names the method that is a function. Names are unique, start with a letter, and are what orchestrations call.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
