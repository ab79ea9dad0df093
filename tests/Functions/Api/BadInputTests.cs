using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Api;

[Collection(RunningCollection.Name)]
public sealed class BadInputTests(Association association)
{
    [Fact]
    public async Task Bad_JSON_is_400_with_line_and_position()
    {
        var problem = (await association.Office.PostTextAsync("/api/mous", "{\n  \"kind\": Friendship }")).ExpectProblem(400, "BodyUnreadable");

        Assert.Contains("line 2, position 11", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_field_is_400_and_named()
    {
        var draft = Drafts.Good();
        draft["clauses"]![0]!["colour"] = "blue";
        var problem = (await association.Office.PostAsync("/api/mous", draft)).ExpectProblem(400, "UnknownField");

        Assert.NotNull(problem["errors"]!["clauses[0].colour"]);
    }

    [Theory]
    [InlineData("""{"kind":7}""", "kind", "WrongType")]
    [InlineData("""{"languages":"ko"}""", "languages", "WrongType")]
    [InlineData("""{"kind":"Friendship","kind":"Field"}""", "kind", "Duplicate")]
    public async Task A_field_of_a_wrong_type_or_twice_is_400_and_named(string body, string field, string code)
    {
        var problem = (await association.Office.PostTextAsync("/api/mous", body)).Expect(400).Json;

        Assert.NotNull(problem["errors"]![field]);
        Assert.Equal(code, (string?)problem["code"]);
    }

    [Theory]
    [InlineData("""{"title":{"ko":"\ud83d"}}""", "title.ko")]
    [InlineData("""{"clauses":[{"body":{"en":"\udc00"}}]}""", "clauses[0].body.en")]
    [InlineData("""{"\ud83d":1}""", "")]
    public async Task Half_a_character_is_400_and_named(string body, string field)
    {
        var problem = (await association.Office.PostTextAsync("/api/mous", body)).ExpectProblem(400, "Malformed");

        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_body_that_is_nested_too_deep_is_400() =>
        (await association.Office.PostTextAsync("/api/mous", new string('[', 100) + new string(']', 100))).ExpectProblem(400, "BodyUnreadable");

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    public async Task A_body_that_is_no_object_is_400(string body) => (await association.Office.PostTextAsync("/api/mous", body)).Expect(400);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_missing_body_is_400(string body) => (await association.Office.PostTextAsync("/api/mous", body)).ExpectProblem(400, "BodyMissing");

    [Fact]
    public async Task A_request_without_any_body_is_400() =>
        (await association.Office.PostAsync("/api/mous", null)).ExpectProblem(400, "BodyMissing");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_wrong_content_type_is_415(string type) =>
        (await association.Office.PostTextAsync("/api/mous", Drafts.Good().ToJsonString(), type)).ExpectProblem(415, "ContentTypeWrong");

    [Fact]
    public async Task A_missing_or_endless_Idempotency_Key_is_400_and_names_the_header()
    {
        var without = await association.Office.SendAsync(HttpMethod.Post, "/api/mous", new StringContent(Drafts.Good().ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.Contains("Idempotency-Key", (string)without.ExpectProblem(400, "IdempotencyKeyMissing")["detail"]!, StringComparison.Ordinal);

        (await association.Office.PostAsync("/api/mous", Drafts.Good(), new string('k', 201))).ExpectProblem(400, "IdempotencyKeyTooLong");
    }

    [Fact]
    public async Task A_text_of_over_200_000_characters_is_413()
    {
        var draft = Drafts.Good(purpose: new string('a', 200_001));

        (await association.Office.PostAsync("/api/mous", draft)).ExpectProblem(413, "TextTooLong");
    }

    [Fact]
    public async Task A_body_of_over_2_MB_is_413()
    {
        var draft = Drafts.Good(purpose: new string('a', 2_200_000));

        (await association.Office.PostAsync("/api/mous", draft)).ExpectProblem(413, "BodyTooLarge");
    }

    [Fact]
    public async Task A_missing_language_version_is_400_and_named()
    {
        var draft = Drafts.Good();
        draft["clauses"]![0]!["body"]!.AsObject().Remove("en");
        var problem = (await association.Office.PostAsync("/api/mous", draft)).ExpectProblem(400, "LanguageVersionMissing");

        Assert.NotNull(problem["errors"]!["clauses[0].body.en"]);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named_at_once()
    {
        var errors = (await association.Office.PostAsync("/api/mous", new JsonObject { ["languages"] = new JsonArray("ko", "en") })).ExpectProblem(400, "FieldsWrong")["errors"]!.AsObject();

        Assert.Superset(new HashSet<string> { "kind", "mission", "clauses" }, errors.Select(e => e.Key).ToHashSet());
        Assert.Contains(errors, e => e.Key.StartsWith("title", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ko-KR,ko;q=0.9", "ko")]
    [InlineData("fr", "fr")]
    [InlineData("de;q=0.9, es;q=0.8", "es")]
    public async Task Problems_are_worded_in_the_readers_language(string accepted, string language)
    {
        var answer = await association.Office.GetAsync("/api/mous/unknown", ("Accept-Language", accepted));
        var english = await association.Office.GetAsync("/api/mous/unknown");

        Assert.NotEqual((string?)english.Json["title"], (string?)answer.Json["title"]);
        Assert.NotEqual((string?)english.Json["detail"], (string?)answer.Json["detail"]);
        Assert.Equal((string?)english.Json["code"], (string?)answer.Json["code"]);
        Assert.Equal(
            LocalDiplomacy.Functions.Problems.ProblemWords.Detail(new(LocalDiplomacy.Functions.Problems.ProblemKind.NotFound), new(language)),
            (string?)answer.Json["detail"]);
    }

    [Fact]
    public async Task A_wrong_method_is_405_and_a_wrong_address_404()
    {
        var wrong = await association.Office.SendAsync(HttpMethod.Delete, "/api/mous", null);
        wrong.ExpectProblem(405, "MethodNotAllowed");
        Assert.Equal("GET, HEAD, POST", wrong.Header("Allow"));
        (await association.Office.GetAsync("/api/nothing")).ExpectProblem(404, "NoSuchAddress");
        (await association.Officer.GetAsync("/nothing")).ExpectPage(404);
        (await association.Officer.GetAsync("/sign-out")).ExpectPage(405);
    }
}
