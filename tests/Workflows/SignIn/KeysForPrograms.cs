using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.SignIn;

public sealed class KeysForPrograms : IAsyncLifetime
{
    private static readonly Person Officer = new("p1", new("47-안동시"), "Kim", "Officer", new("kim@andong.example"), Language.Korean, PersonRole.Drafter);
    private readonly Association _association = new();

    private ApiKeys Keys => _association.Get<ApiKeys>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_key_is_shown_once_and_found_by_what_was_shown()
    {
        var (key, plain) = (await Keys.CreateAsync(Officer, " Nightly import ", "once"))!.Value;

        Assert.StartsWith("ldk_", plain, StringComparison.Ordinal);
        Assert.Equal("Nightly import", key.Label);
        Assert.Equal(key, await Keys.FindAsync(plain));
        Assert.Null(await Keys.CreateAsync(Officer, "Nightly import", "once"));
        Assert.Equal(key, Assert.Single(await Keys.ListAsync(Officer.Office!.Value)));
    }

    [Fact]
    public async Task A_key_that_was_revoked_or_is_a_year_old_opens_nothing()
    {
        var (revoked, plainRevoked) = (await Keys.CreateAsync(Officer, "a", "1"))!.Value;
        var (_, plainOld) = (await Keys.CreateAsync(Officer, "b", "2"))!.Value;

        Assert.False(await Keys.RevokeAsync(new("47"), revoked.Id));
        Assert.True(await Keys.RevokeAsync(Officer.Office!.Value, revoked.Id));
        Assert.False(await Keys.RevokeAsync(Officer.Office!.Value, revoked.Id));
        Assert.Null(await Keys.FindAsync(plainRevoked));
        Assert.NotNull(await Keys.FindAsync(plainOld));
        _association.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Null(await Keys.FindAsync(plainOld));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ldk_")]
    [InlineData("ldk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("something else")]
    public async Task What_is_no_key_of_ours_is_none(string plain) => Assert.Null(await Keys.FindAsync(plain));
}
