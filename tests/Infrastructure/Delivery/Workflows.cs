using System.Text.RegularExpressions;

namespace LocalDiplomacy.Infrastructure.Tests.Delivery;

/// <summary>What runs on other people's machines with our rights.</summary>
public sealed partial class Workflows
{
    public static TheoryData<string> Files() => [.. Repository.Files(".github/workflows", "*.yml")];

    [Fact]
    public void There_is_building_packaging_and_deploying() =>
        Assert.Equal([".github/workflows/build.yml", ".github/workflows/deploy.yml", ".github/workflows/package.yml"],
            Repository.Files(".github/workflows", "*.y*ml"));

    [Theory, MemberData(nameof(Files))]
    public void Every_action_is_pinned_by_its_full_digest_and_says_its_version(string path)
    {
        var uses = Uses().Matches(Repository.Read(path)).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(uses);
        Assert.All(uses, u => Assert.Matches(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", u));
    }

    [Fact]
    public void An_action_has_one_digest_everywhere()
    {
        var all = Repository.Files(".github/workflows", "*.yml").SelectMany(f => Uses().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value);
        Assert.All(all.GroupBy(u => u.Split('@')[0]), same => Assert.Single(same.Distinct()));
    }

    [Theory, MemberData(nameof(Files))]
    public void Rights_are_given_one_by_one(string path)
    {
        var text = Repository.Read(path);
        Assert.Matches(@"(?m)^permissions:\n  contents: read\n", text);
        Assert.DoesNotContain("write-all", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Files))]
    public void There_is_no_stored_secret(string path) => Assert.DoesNotContain("secrets.", Repository.Read(path), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Files))]
    public void What_someone_typed_reaches_a_script_only_as_a_variable(string path)
    {
        var scripts = Script().Matches(Repository.Read(path)).Select(m => m.Value).ToArray();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, s => Assert.DoesNotContain("${{", s, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_checkout_keeps_no_credentials(string path)
    {
        var text = Repository.Read(path);
        Assert.Equal(text.Split("actions/checkout@").Length, text.Split("persist-credentials: false").Length);
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_job_ends(string path)
    {
        var text = Repository.Read(path);
        Assert.Equal(Regex.Count(text, "(?m)^    runs-on:"), Regex.Count(text, "(?m)^    timeout-minutes:"));
    }

    [Theory]
    [InlineData("build.yml", "FunctionsHost=azure")]
    [InlineData("build.yml", "bash .ci/run")]
    [InlineData("build.yml", "dependency-review-action@")]
    [InlineData("build.yml", "az bicep lint")]
    [InlineData("package.yml", "sbom-action@")]
    [InlineData("package.yml", "attest-build-provenance@")]
    [InlineData("deploy.yml", "id-token: write")]
    [InlineData("deploy.yml", "await-health.sh")]
    [InlineData("deploy.yml", "previous/functions.zip")]
    [InlineData("deploy.yml", "gh attestation verify")]
    public void A_step_of_the_delivery_is_there(string file, string step) =>
        Assert.Contains(step, Repository.Read(".github/workflows/" + file), StringComparison.Ordinal);

    [Fact]
    public void Recorded_histories_are_replayed_before_anything_is_deployed()
    {
        var text = Repository.Read(".github/workflows/deploy.yml");
        Assert.Equal(2, Regex.Count(text, @"needs\.replay\.result == 'success'"));
        Assert.Contains("dotnet test tests/Histories", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^  replay:\n(    .*\n)*?    if:", text);
        Assert.NotEmpty(Directory.EnumerateFiles(Repository.PathOf("tests/Histories/Recorded"), "*.json", SearchOption.AllDirectories));
    }

    [GeneratedRegex(@"(?m)^\s*(?:- )?uses: (.+)$")]
    private static partial Regex Uses();

    [GeneratedRegex(@"(?m)^( +)(?:- )?run: (?:\|\n(?:\1 +.*\n|\n)+|.*\n)")]
    private static partial Regex Script();
}
