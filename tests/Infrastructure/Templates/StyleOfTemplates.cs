using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>The order and style of Azure Verified Modules: metadata, parameters, variables, resources, outputs.</summary>
public sealed class StyleOfTemplates
{
    private static readonly string[][] _order = [["metadata"], ["targetScope"], ["param"], ["var"], ["resource", "module"], ["output"]];

    public static TheoryData<string> Files() => [.. BicepFile.Templates.Select(t => t.Path)];

    [Theory, MemberData(nameof(Files))]
    public void Declarations_stand_in_order(string path)
    {
        var ranks = BicepFile.Load(path).Statements.Select(s => Array.FindIndex(_order, kinds => kinds.Contains(s.Kind))).ToArray();
        Assert.DoesNotContain(-1, ranks);
        Assert.Equal(ranks.Order(), ranks);
    }

    [Theory, MemberData(nameof(Files))]
    public void A_template_says_its_name_and_what_it_is_for(string path) =>
        Assert.Equal(["name", "description"], BicepFile.Load(path).All("metadata").Select(m => m.Name));

    [Theory, MemberData(nameof(Files))]
    public void Every_parameter_and_output_is_described(string path) =>
        Assert.Empty(BicepFile.Load(path).Statements.Where(s => s.Kind is "param" or "output" && Undescribed(s)).Select(s => s.ToString()));

    [Theory, MemberData(nameof(Files))]
    public void Every_parameter_and_variable_is_used(string path)
    {
        var file = BicepFile.Load(path);
        Assert.Empty(file.Statements.Where(s => s.Kind is "param" or "var" && Uses(file, s.Name) < 2).Select(s => s.ToString()));
    }

    [Theory, MemberData(nameof(Files))]
    public void Names_begin_small_and_outputs_of_main_are_capitals(string path)
    {
        var file = BicepFile.Load(path);
        var capitals = path == "infra/main.bicep";
        Assert.All(file.Statements.Where(s => s.Kind is not "targetScope" and not "metadata"),
            s => Assert.Matches(capitals && s.Kind == "output" ? "^[A-Z][A-Z0-9_]*$" : "^[a-z][A-Za-z0-9]*$", s.Name));
    }

    [Fact]
    public void Main_composes_and_the_others_declare()
    {
        Assert.Equal(["Microsoft.Resources/resourceGroups"], BicepFile.Main.All("resource").Select(r => r.Target));
        Assert.All(BicepFile.Templates.Where(t => t != BicepFile.Main), t => Assert.NotEmpty(t.All("resource")));
    }

    [Fact]
    public void No_region_but_the_default_and_the_allowed_is_written_down()
    {
        var elsewhere = BicepFile.Templates.SelectMany(t => t.Statements).Where(s => s.Name != "location" && s.Kind != "metadata");
        Assert.DoesNotContain(elsewhere, s => s.Text.Contains("koreacentral", StringComparison.Ordinal));
        Assert.Equal("'koreacentral'", BicepFile.Main.The("param", "location").Value);
    }

    private static bool Undescribed(BicepStatement statement) => statement.Description is not { Length: > 10 } text || !text.EndsWith('.');

    /// <summary>Its declaration is one; a property that happens to have the name is none.</summary>
    private static int Uses(BicepFile file, string name)
    {
        var text = string.Join('\n', file.Statements.Select(s => s.Text));
        return Regex.Count(text, $@"(?<![\w.'])\b{name}\b") - Regex.Count(text, $@"(?m)^\s*{name}:");
    }
}
