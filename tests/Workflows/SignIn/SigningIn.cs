using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.SignIn;

public sealed class SigningIn : IAsyncLifetime
{
    private static readonly EmailAddress Officer = new("Officer@Gyeongbuk.example");
    private readonly Association _association = new();

    private SignInDesk Desk => _association.Get<SignInDesk>();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task The_link_signs_in_where_the_sign_in_began()
    {
        var (attempt, mail) = await BeginAsync();

        var signedIn = Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemLinkAsync(mail.Token, attempt));

        Assert.Equal("Kim Ji-young", signedIn.Person.Name);
        Assert.Equal(new LocalGovernmentId("47"), (await _association.Get<Sessions>().FindAsync(signedIn.SessionToken))!.Office);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_or_when_it_is_closed()
    {
        var (attempt, mail) = await BeginAsync();
        var sessions = _association.Get<Sessions>();
        var first = Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemLinkAsync(mail.Token, attempt)).SessionToken;
        var second = Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemLinkAsync(mail.Token, attempt)).SessionToken;

        await sessions.CloseAsync(first);
        Assert.Null(await sessions.FindAsync(first));
        Assert.NotNull(await sessions.FindAsync(second));
        _association.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Null(await sessions.FindAsync(second));
    }

    [Fact]
    public async Task Elsewhere_the_link_asks_for_the_code_and_both_together_sign_in()
    {
        var (_, mail) = await BeginAsync();

        Assert.IsType<SignInResult.CodeNeeded>(await Desk.RedeemLinkAsync(mail.Token, null));
        Assert.IsType<SignInResult.WrongCode>(await Desk.RedeemCodeAsync(mail.Token, Other(mail.Code)));
        Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemCodeAsync(mail.Token, mail.Code));
    }

    [Fact]
    public async Task The_cookie_of_another_attempt_does_not_open_the_link()
    {
        var (_, mail) = await BeginAsync();
        var stranger = await Desk.RequestAsync(new("desk@garok.example"), Language.Korean, _association.Engine);

        Assert.IsType<SignInResult.CodeNeeded>(await Desk.RedeemLinkAsync(mail.Token, stranger));
    }

    [Fact]
    public async Task A_mail_signs_in_one_browser_and_no_second_one()
    {
        var (attempt, mail) = await BeginAsync();
        Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemCodeAsync(attempt, mail.Code));

        Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemCodeAsync(attempt, mail.Code));
        Assert.IsType<SignInResult.Over>(await Desk.RedeemCodeAsync(mail.Token, mail.Code));
        Assert.IsType<SignInResult.Over>(await Desk.RedeemLinkAsync(mail.Token, null));
    }

    [Fact]
    public async Task An_expired_or_garbled_link_has_its_answer()
    {
        var (attempt, mail) = await BeginAsync();
        _association.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<SignInResult.Over>(await Desk.RedeemLinkAsync(mail.Token, attempt));
        Assert.IsType<SignInResult.Over>(await Desk.RedeemCodeAsync(attempt, mail.Code));
        Assert.IsType<SignInResult.Unknown>(await Desk.RedeemLinkAsync(mail.Token[..42] + "!", attempt));
        Assert.IsType<SignInResult.Unknown>(await Desk.RedeemCodeAsync("no token", mail.Code));
    }

    [Fact]
    public async Task An_address_that_is_nobodys_is_answered_the_same_and_gets_no_mail()
    {
        var attempt = await Desk.RequestAsync(new("nobody@else.example"), Language.Korean, _association.Engine);
        await Patience.UntilAsync(async () => await Desk.RedeemCodeAsync(attempt, "000000") is SignInResult.WrongCode { TriesLeft: 3 });

        Assert.Equal(new SignInResult.WrongCode(2), await Desk.RedeemCodeAsync(attempt, "000000"));
        Assert.Empty(_association.MailService.Arrived);
    }

    [Fact]
    public async Task A_second_request_within_a_minute_sends_no_second_mail_and_can_use_the_first()
    {
        var (_, mail) = await BeginAsync();

        var second = await Desk.RequestAsync(Officer, Language.English, _association.Engine);

        Assert.IsType<SignInResult.SignedIn>(await Desk.RedeemCodeAsync(second, mail.Code));
        Assert.Single(_association.MailService.Arrived);
    }

    private async Task<(string Attempt, ArrivedMail Mail)> BeginAsync()
    {
        var attempt = await Desk.RequestAsync(Officer, Language.Korean, _association.Engine);
        return (attempt, await _association.MailService.NextToAsync("officer@gyeongbuk.example"));
    }

    private static string Other(string code) => code == "000000" ? "000001" : "000000";
}
