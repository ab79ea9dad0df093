using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
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
        Assert.Equal((new("p1", "Kim"), key.CreatedAt.AddDays(365)), (key.MadeBy, key.ExpiresAt));
        Assert.Equal(key with { LastUsedAt = _association.Clock.GetUtcNow() }, Assert.Single(await Keys.ListAsync(Officer.Office!.Value)));
    }

    [Fact]
    public async Task That_it_was_used_is_noted_once_an_hour()
    {
        var (key, plain) = (await Keys.CreateAsync(Officer, "a", "1", days: 30))!.Value;
        Assert.Null(Assert.Single(await Keys.ListAsync(key.Office)).LastUsedAt);
        var first = _association.Clock.GetUtcNow();
        await Keys.FindAsync(plain);
        _association.Clock.Advance(TimeSpan.FromMinutes(59));
        await Keys.FindAsync(plain);
        Assert.Equal(first, Assert.Single(await Keys.ListAsync(key.Office)).LastUsedAt);

        _association.Clock.Advance(TimeSpan.FromMinutes(1));
        await Keys.FindAsync(plain);

        Assert.Equal(first.AddHours(1), Assert.Single(await Keys.ListAsync(key.Office)).LastUsedAt);
        _association.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromHours(1));
        Assert.Null(await Keys.FindAsync(plain));
    }

    [Fact]
    public async Task A_key_that_was_revoked_stays_listed_with_who_did_it_and_why()
    {
        var (key, _) = (await Keys.CreateAsync(Officer, "a", "1"))!.Value;
        var desk = new Author("sample-desk", "Lee Seo-yeon");

        var ended = await Keys.EndAsync(key.Office, key.Id, desk, "It was in a mail");
        var again = await Keys.EndAsync(key.Office, key.Id, new("p1", "Kim"), null);

        Assert.Equal((true, false), (ended.IsNew, again.IsNew));
        Assert.Equal(new KeyEnding(_association.Clock.GetUtcNow(), desk, "It was in a mail"), again.Key!.Ended);
        Assert.Equal(again.Key, Assert.Single(await Keys.ListAsync(key.Office)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public async Task No_key_holds_longer_than_a_year_or_not_at_all(int days) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Keys.CreateAsync(Officer, "a", "1", days));

    [Fact]
    public async Task A_key_that_was_revoked_or_is_a_year_old_opens_nothing()
    {
        var (revoked, plainRevoked) = (await Keys.CreateAsync(Officer, "a", "1"))!.Value;
        var (_, plainOld) = (await Keys.CreateAsync(Officer, "b", "2"))!.Value;

        var by = new Author(Officer.Id, Officer.Name);
        Assert.Null((await Keys.EndAsync(new("47"), revoked.Id, by, null)).Key);
        Assert.True((await Keys.EndAsync(Officer.Office!.Value, revoked.Id, by, null)).IsNew);
        Assert.False((await Keys.EndAsync(Officer.Office!.Value, revoked.Id, by, null)).IsNew);
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
