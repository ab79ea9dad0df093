using System.Reflection;
using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests.Coverage;

/// <summary>No rule without a case, no case without a rule, no contract that a store leaves out.</summary>
public sealed class RuleCoverageTests
{
    private static readonly string[] Stores = ["OnTheDurableFile", "OnAzurite"];

    public static TheoryData<Rule> Rules => [.. Enum.GetValues<Rule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_case(Rule rule) => Assert.Contains(
        Cases.Contracts.SelectMany(Cases.MethodsOf), method => method.GetCustomAttribute<HoldsAttribute>()?.Rules.Contains(rule) == true);

    [Fact]
    public void A_case_says_which_rules_it_holds_the_engine_to()
    {
        var silent = Cases.Contracts.SelectMany(Cases.MethodsOf).Where(method => method.GetCustomAttribute<HoldsAttribute>() is not { Rules.Count: > 0 });

        Assert.Empty(silent.Select(method => method.Name));
    }

    [Fact]
    public void Every_contract_is_adopted_on_both_stores()
    {
        var missing = Cases.OnEngines.SelectMany(contract => Stores.Select(store => (Contract: contract, Store: store)))
            .Where(pair => !Cases.AdoptersOf(pair.Contract).Any(adopter => adopter.Name.EndsWith(pair.Store, StringComparison.Ordinal)));

        Assert.Empty(missing.Select(pair => $"{pair.Contract.Name} {pair.Store}"));
        Assert.All(Cases.Contracts.Except(Cases.OnEngines), contract => Assert.Single(Cases.AdoptersOf(contract)));
    }

    [Fact]
    public void At_least_150_cases_run_on_each_store() =>
        Assert.True(Cases.OnEngines.SelectMany(Cases.MethodsOf).Sum(Cases.CountOf) >= 150);

    [Fact]
    public void The_documents_table_has_the_rules_and_no_others()
    {
        var named = File.ReadLines(Path.Combine(RepositoryRoot(), "docs", "engine.md"))
            .SkipWhile(line => line != "## Conformance").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Equal(Enum.GetNames<Rule>(), named);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LocalDiplomacy.Functions.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
