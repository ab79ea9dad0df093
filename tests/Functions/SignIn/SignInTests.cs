using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.SignIn;

[Collection(RunningCollection.Name)]
public sealed class SignInTests(Association association)
{
    [Fact]
    public async Task An_unknown_address_is_answered_as_a_known_one()
    {
        using var visitor = association.NewVisitor();
        var answer = (await visitor.PostAsync("/sign-in", ("address", "nobody@elsewhere.example"))).Expect(303);

        Assert.Equal("/sign-in/code", answer.Location);
        Assert.Contains("attempt=", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        (await visitor.GetAsync("/sign-in/code")).ExpectPage(200);
        (await visitor.PostAsync("/sign-in/code", ("code", "123456"))).ExpectPage(422);
        Assert.Empty(await association.Mailbox.AllAsync("nobody@elsewhere.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("a@b@c")]
    public async Task What_is_no_address_is_given_back(string typed)
    {
        using var visitor = association.NewVisitor();
        var answer = (await visitor.PostAsync("/sign-in", ("address", typed))).ExpectPage(400);

        Assert.Contains(typed, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_garbled_link_and_a_code_without_an_attempt_lead_back_to_the_beginning()
    {
        using var visitor = association.NewVisitor();

        (await visitor.GetAsync("/sign-in/" + new string('A', 43))).ExpectPage(200);
        (await visitor.PostAsync("/sign-in/" + new string('A', 43))).ExpectPage(404);
        (await visitor.PostAsync("/sign-in/code", ("code", "123456"))).ExpectPage(404);
    }

    [Fact]
    public async Task A_used_code_is_410()
    {
        using var visitor = association.NewVisitor();
        const string Address = "council@gyeongbuk.example";
        using var earlier = association.NewVisitor();
        var used = await association.Mailbox.CodeAsync(Address, async () => (await earlier.PostAsync("/sign-in", ("address", Address))).Expect(303));
        (await earlier.PostAsync("/sign-in/code", ("code", used))).Expect(303);
        (await visitor.PostAsync("/sign-in", ("address", Address))).Expect(303);

        Assert.InRange((await visitor.PostAsync("/sign-in/code", ("code", used))).Code, 410, 422);
        (await visitor.GetAsync("/office")).ExpectPage(401);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        using var visitor = association.NewVisitor();
        (await visitor.PostAsync("/sign-out")).Expect(303);
        (await association.Administrator.GetAsync("/desk")).ExpectPage(200);
    }
}
