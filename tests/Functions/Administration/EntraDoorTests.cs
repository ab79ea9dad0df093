using System.Text;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>The desk asks for both sign-ins where it is told to, and the platform's header counts for nothing anywhere else.</summary>
public sealed class EntraDoorTests : IAsyncLifetime
{
    private static readonly string Principal = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"auth_typ":"aad","claims":[]}"""));

    private RunningProgram _program = null!;
    private Visitor _administrator = null!;

    public async Task InitializeAsync()
    {
        _program = await RunningProgram.StartAsync(new Dictionary<string, string> { ["DESK_REQUIRES_ENTRA"] = "true" });
        _administrator = new(_program.Address);
        var code = await new Mailbox(_program.Address).CodeAsync(
            "desk@garok.example", async () => (await _administrator.PostAsync("/sign-in", ("address", "desk@garok.example"))).Expect(303));
        (await _administrator.PostAsync("/sign-in/code", ("code", code))).Expect(303);
    }

    public async Task DisposeAsync()
    {
        _administrator.Dispose();
        await _program.DisposeAsync();
    }

    [Fact]
    public async Task Both_sign_ins_open_the_desk_and_neither_does_alone()
    {
        var sent = (await _administrator.GetAsync("/desk")).Expect(302);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=/desk", sent.Location);
        (await SendAsync(_administrator, "/desk", Principal)).ExpectPage(200);

        using var visitor = new Visitor(_program.Address);
        Assert.NotEqual(200, (await SendAsync(visitor, "/desk", Principal)).Code);
    }

    [Fact]
    public async Task The_list_of_all_is_the_desks_work_by_the_api_too()
    {
        (await _administrator.GetAsync("/api/mous")).ExpectProblem(401, "SignInNeeded");
        (await SendAsync(_administrator, "/api/mous", Principal)).Expect(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64 %")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("W10=")]
    [InlineData("eyJhdXRoX3R5cCI6ImZhY2Vib29rIn0=")]
    public async Task A_header_that_is_no_principal_of_Entra_is_none(string header) =>
        (await SendAsync(_administrator, "/desk", header)).Expect(302);

    [Fact]
    public async Task An_office_needs_no_Entra()
    {
        using var officer = new Visitor(_program.Address);
        var code = await new Mailbox(_program.Address).CodeAsync(
            "officer@gyeongbuk.example", async () => (await officer.PostAsync("/sign-in", ("address", "officer@gyeongbuk.example"))).Expect(303));
        (await officer.PostAsync("/sign-in/code", ("code", code))).Expect(303);
        (await officer.GetAsync("/office")).ExpectPage(200);
        (await officer.GetAsync("/api/mous")).Expect(200);
    }

    private static Task<Answer> SendAsync(Visitor visitor, string path, string principal)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("X-MS-CLIENT-PRINCIPAL", principal);
        return visitor.SendAsync(request);
    }
}
