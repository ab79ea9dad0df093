using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>What the compiler would say first: modules get what they ask for, and give what is taken from them.</summary>
public sealed partial class Composition
{
    public static TheoryData<string, string> Modules()
    {
        var modules = new TheoryData<string, string>();
        foreach (var template in BicepFile.Templates)
            foreach (var module in template.All("module"))
                modules.Add(template.Path, module.Name);
        return modules;
    }

    public static TheoryData<string> ParameterFiles() => [.. BicepFile.ParameterFiles.Select(p => p.Path)];

    [Theory, MemberData(nameof(Modules))]
    public void A_module_gets_every_parameter_that_it_asks_for_and_no_other(string path, string name)
    {
        var module = BicepFile.Load(path).The("module", name);
        var given = BicepObject.Parse(module.Body["params"]!).Keys.ToHashSet();
        var asked = Target(path, module).All("param").ToArray();
        Assert.Subset(asked.Select(p => p.Name).ToHashSet(), given);
        Assert.Subset(given, asked.Where(p => p.Value.Length == 0).Select(p => p.Name).ToHashSet());
    }

    [Fact]
    public void Every_output_that_is_taken_from_a_module_is_one_of_its_outputs()
    {
        var modules = BicepFile.Main.All("module").ToDictionary(m => m.Name, m => Target("infra/main.bicep", m));
        var taken = Taken().Matches(BicepFile.Main.Text);
        Assert.NotEmpty(taken);
        Assert.All(taken, use => Assert.Contains(use.Groups[2].Value, modules[use.Groups[1].Value].All("output").Select(o => o.Name)));
    }

    [Fact]
    public void A_module_that_may_not_be_there_is_taken_from_only_under_its_condition()
    {
        var conditional = BicepFile.Main.All("module").Where(m => m.Value.StartsWith("if", StringComparison.Ordinal)).Select(m => m.Name);
        Assert.All(conditional, name => Assert.DoesNotContain($"{name}.outputs", BicepFile.Main.Text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(ParameterFiles))]
    public void A_parameter_file_sets_what_main_asks_for_and_nothing_else(string path)
    {
        var set = BicepFile.Load(path).All("param").Select(p => p.Name).ToHashSet();
        var asked = BicepFile.Main.All("param").ToArray();
        Assert.Subset(asked.Select(p => p.Name).ToHashSet(), set);
        Assert.Subset(set, asked.Where(p => p.Value.Length == 0).Select(p => p.Name).ToHashSet());
    }

    [Fact]
    public void There_are_three_environments_and_the_made_up_association_is_not_in_prod()
    {
        var files = BicepFile.ParameterFiles.Where(p => p.Path.Contains("/environments/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["'dev'", "'prod'", "'test'"], files.Select(f => f.The("param", "environmentName").Value));
        Assert.Equal("false", files[1].The("param", "sampleAssociation").Value);
        Assert.Equal("true", files[1].The("param", "deleteLock").Value);
    }

    private static BicepFile Target(string path, BicepStatement module) =>
        BicepFile.Load(Path.Combine(Path.GetDirectoryName(path)!, module.Target).Replace('\\', '/'));

    [GeneratedRegex(@"\b(\w+)!?\.outputs\.(\w+)")]
    private static partial Regex Taken();
}
