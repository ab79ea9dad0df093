using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>docs/azure.md says what each setting and parameter does, and what to do about each alert.</summary>
public sealed class Documentation
{
    private readonly string _document = Repository.Read("docs/azure.md");

    [Fact]
    public void Every_setting_of_the_app_is_explained() => Assert.Equal([], SettingsOfTheProgram.Set.Where(Unexplained));

    [Fact]
    public void Every_parameter_is_explained() => Assert.Equal([], BicepFile.Main.All("param").Select(p => p.Name).Where(Unexplained));

    [Fact]
    public void Every_alert_has_its_answer() => Assert.Equal([], Alerts.Names.Where(Unexplained));

    [Fact]
    public void Every_role_is_explained() =>
        Assert.Equal([], BicepObject.Parse(BicepFile.App("roles").The("var", "roles").Value).Keys.Where(r => !_document.Contains(r, StringComparison.Ordinal)));

    [Fact]
    public void Every_path_that_is_named_is_there()
    {
        var named = System.Text.RegularExpressions.Regex.Matches(_document, @"`((?:infra|\.github|tests|docs|functions|workflows)/[\w./-]+)`");
        Assert.NotEmpty(named);
        Assert.All(named, m => Assert.True(Path.Exists(Repository.PathOf(m.Groups[1].Value)), m.Groups[1].Value));
    }

    private bool Unexplained(string name) => !_document.Contains($"`{name}`", StringComparison.Ordinal);
}
