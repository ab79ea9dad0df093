using Xunit.Abstractions;
using Xunit.Sdk;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Makes traits of rules.</summary>
public sealed class HoldsDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        ArgumentNullException.ThrowIfNull(traitAttribute);
        return traitAttribute.GetConstructorArguments().SelectMany(Values).Select(rule => KeyValuePair.Create("Rule", rule.ToString()));
    }

    private static IEnumerable<Rule> Values(object argument) => argument as IEnumerable<Rule> ?? ((System.Collections.IEnumerable)argument).Cast<Rule>();
}
