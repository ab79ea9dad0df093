using System.Text.Json;
using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>The workbook and the alerts read metrics by name: the program has them, and the documentation explains them.</summary>
public sealed partial class Workbook
{
    private static readonly string _workbook = Repository.Read("infra/app/workbook.json");

    private static readonly string[] _counted =
        [.. MetricName().Matches(Repository.Read("workflows/Observability/Counts.cs")).Select(m => m.Value).Distinct()];

    [Theory]
    [InlineData("cases-by-stage")]
    [InlineData("overdue-effects")]
    [InlineData("mail-states")]
    [InlineData("failed-orchestrations")]
    [InlineData("latency")]
    public void Shows(string name)
    {
        using var document = JsonDocument.Parse(_workbook);
        var item = document.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("name").GetString() == name);
        Assert.NotEmpty(item.GetProperty("content").GetProperty("query").GetString()!);
    }

    [Fact]
    public void What_is_read_is_counted()
    {
        var read = MetricName().Matches(_workbook + BicepFile.App("alerts").Text).Select(m => m.Value).Distinct().ToArray();
        Assert.True(read.Length > 4);
        Assert.Equal([], read.Except(_counted));
    }

    [Fact]
    public void What_is_counted_is_explained()
    {
        var explained = Repository.Read("docs/observability.md");
        Assert.True(_counted.Length > 4);
        Assert.Equal([], _counted.Where(name => !explained.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"localdiplomacy\.[a-z_]+\.[a-z_]+")]
    private static partial Regex MetricName();
}
