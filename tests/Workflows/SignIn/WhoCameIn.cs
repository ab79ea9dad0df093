using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.SignIn;

/// <summary>The log of the door: what it says, what it never says, and when it forgets.</summary>
public sealed class WhoCameIn : IAsyncLifetime
{
    private const string Officer = "sample-gyeongbuk";
    private static readonly EmailAddress Address = new("officer@gyeongbuk.example");
    private readonly Association _association = new();

    private SignInDesk Desk => _association.Get<SignInDesk>();

    private SignInLog Log => _association.Get<SignInLog>();

    private DateOnly Today => SeoulTime.DayOf(_association.Clock.GetUtcNow());

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task It_follows_somebody_from_the_request_to_the_sign_out()
    {
        var (attempt, mail) = await BeginAsync();
        await Desk.RedeemCodeAsync(attempt, mail.Code == "000000" ? "000001" : "000000");
        var signedIn = Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemCodeAsync(attempt, mail.Code));
        await Desk.NoteEntraAsync(signedIn.Person, signedIn.SessionToken);
        await Desk.NoteEntraAsync(signedIn.Person, signedIn.SessionToken);
        await Desk.SignOutAsync(signedIn.Person, signedIn.SessionToken);

        var expected = new[] { SignInDeed.Asked, SignInDeed.WrongCode, SignInDeed.SignedIn, SignInDeed.SignedInWithEntra, SignInDeed.SignedOut }.Order();
        Assert.Equal(expected, (await Log.OfPersonAsync(Officer, 50)).Entries.Select(entry => entry.What).Order());
        Assert.Equal(expected, (await Log.OfDayAsync(Today, 50)).Entries.Select(entry => entry.What).Order());
        Assert.All((await Log.OfDayAsync(Today, 50)).Entries, entry => Assert.Equal(Officer, entry.PersonId));
        Assert.Empty(await Log.UnknownAsync(Today));
    }

    [Fact]
    public async Task What_came_too_soon_or_too_late_is_told_apart()
    {
        var (attempt, mail) = await BeginAsync();
        await Desk.RequestAsync(Address, Language.Korean, _association.Engine);
        _association.Clock.Advance(TimeSpan.FromMinutes(10));
        await Desk.RedeemLinkAsync(mail.Token, attempt);
        await Desk.RedeemLinkAsync(mail.Token, null);

        Assert.Equal([SignInDeed.Asked, SignInDeed.TooSoon, SignInDeed.Over, SignInDeed.Over], (await Log.OfPersonAsync(Officer, 50)).Entries.Select(entry => entry.What).Order());
    }

    [Fact]
    public async Task An_address_that_is_nobodys_is_counted_and_kept_nowhere()
    {
        var stranger = new EmailAddress("stranger@elsewhere.example");
        var attempts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Desk.RequestAsync(stranger, Language.Korean, _association.Engine)));
        await Desk.RedeemCodeAsync(attempts[0], "000000");

        var counts = (await Log.UnknownAsync(Today)).ToDictionary(one => one.What, one => one.Count);
        Assert.Equal(5, counts.GetValueOrDefault(SignInDeed.Asked) + counts.GetValueOrDefault(SignInDeed.TooSoon));
        Assert.Equal(1, counts[SignInDeed.WrongCode]);
        Assert.Empty((await Log.OfDayAsync(Today, 50)).Entries);
        Assert.DoesNotContain("stranger", string.Join('\n', await RowsAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(PersonRegister.NameOf(stranger), string.Join('\n', await RowsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_no_address_and_no_secret()
    {
        var (attempt, mail) = await BeginAsync();
        var session = Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemCodeAsync(attempt, mail.Code)).SessionToken;

        var rows = string.Join('\n', await RowsAsync());
        foreach (var secret in new[] { Address.Value, "Kim", mail.Code, mail.Token, attempt, session, Secret.HashOf(session) })
            Assert.DoesNotContain(secret, rows, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_long_day_is_read_page_by_page_newest_first()
    {
        for (var i = 0; i < 5; i++)
        {
            await Log.NoteAsync(SignInDeed.SignedIn, $"p{i}", default);
            _association.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var (first, next) = await Log.OfDayAsync(Today, 3);
        var (second, end) = await Log.OfDayAsync(Today, 3, next);

        Assert.Equal(["p4", "p3", "p2"], first.Select(entry => entry.PersonId));
        Assert.Equal(["p1", "p0"], second.Select(entry => entry.PersonId));
        Assert.Null(end);
        Assert.Empty((await Log.OfDayAsync(Today.AddDays(-1), 3)).Entries);
    }

    [Fact]
    public async Task Half_a_year_later_it_has_gone()
    {
        await Log.NoteAsync(SignInDeed.SignedIn, Officer, default);
        await Log.NoteAsync(SignInDeed.WrongCode, null, default);
        var day = Today;

        _association.Clock.Advance(TimeSpan.FromDays(SignInLog.KeptDays));
        await _association.Get<ExpiredSecrets>().RunAsync(100);
        Assert.Single((await Log.OfDayAsync(day, 50)).Entries);

        _association.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await _association.Get<ExpiredSecrets>().RunAsync(100))[Tables.SignInLog]);
        Assert.Empty(await RowsAsync());
    }

    private async Task<(string Attempt, ArrivedMail Mail)> BeginAsync()
    {
        var attempt = await Desk.RequestAsync(Address, Language.Korean, _association.Engine);
        return (attempt, await _association.MailService.NextToAsync(Address.Value));
    }

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        await foreach (var row in (await _association.Get<Tables>().OpenAsync(Tables.SignInLog, default)).QueryAsync<TableEntity>())
            rows.Add(string.Join(' ', row.Select(pair => $"{pair.Key}={pair.Value}")));
        return rows;
    }
}
