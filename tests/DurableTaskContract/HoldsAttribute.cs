using Xunit.Sdk;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>The rules that a case holds the engine to; <c>dotnet test --filter Rule=Events</c> runs the cases of one.</summary>
[TraitDiscoverer("LocalDiplomacy.DurableTaskContract.HoldsDiscoverer", "LocalDiplomacy.DurableTaskContract")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class HoldsAttribute(params Rule[] rules) : Attribute, ITraitAttribute
{
    public IReadOnlyList<Rule> Rules { get; } = rules;
}
