using LocalDiplomacy.Hosts.Tests.Metadata;

namespace LocalDiplomacy.Hosts.Tests;

/// <summary>The same source is compiled against the real packages: it must use nothing that they do not have.</summary>
public sealed class OnlyWhatThePackagesOffer
{
    private static readonly PublishedApi Published = PublishedApi.Load();

    [Theory]
    [InlineData("LocalDiplomacy.Functions.dll")]
    [InlineData("LocalDiplomacy.Workflows.dll")]
    [InlineData("LocalDiplomacy.Pages.dll")]
    [InlineData("LocalDiplomacy.Documents.dll")]
    public void Is_used(string assembly) =>
        Assert.Empty(UsedBy(assembly).Where(used => !Published.Offers(used)).Select(used => used.Id));

    [Fact]
    public void The_sweep_sees_what_is_used()
    {
        var used = UsedBy("LocalDiplomacy.Workflows.dll");

        Assert.Contains(used, member => member.Id.StartsWith("M:Azure.Data.Tables.TableClient.SubmitTransactionAsync(", StringComparison.Ordinal));
        Assert.All(used, member => Assert.False(Published.Without(member).Offers(member)));
    }

    [Theory]
    [InlineData("LocalDiplomacy.Functions.dll")]
    [InlineData("LocalDiplomacy.Workflows.dll")]
    [InlineData("LocalDiplomacy.Pages.dll")]
    [InlineData("LocalDiplomacy.Documents.dll")]
    public void Nothing_of_the_embedded_runtime_is_used_directly(string assembly) =>
        Assert.Empty(UsedMember.In(Path.Combine(AppContext.BaseDirectory, assembly), name =>
            name is "LocalDiplomacy.EmbeddedHost" or "LocalDiplomacy.DurableTaskEngine" or "LocalDiplomacy.DurableFile" or "LocalDiplomacy.Azurite" or "LocalDiplomacy.Demo"));

    private static IReadOnlyList<UsedMember> UsedBy(string assembly) =>
        UsedMember.In(Path.Combine(AppContext.BaseDirectory, assembly), Published.Covers);
}
