using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class HttpFunctionTests : IAsyncLifetime, IDisposable
{
    private readonly TestSurroundings _surroundings = new();
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(_surroundings);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task The_root_route_answers_the_root_alone()
    {
        Assert.Equal("root of /", await _host.Client.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync("/x")).StatusCode);
    }

    [Fact]
    public async Task Route_values_and_the_rest_are_bound_by_name_and_type()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");

        var answer = await _host.Client.GetFromJsonAsync<JsonElement>($"/bound/{id}/7/%EA%B2%BD%EB%B6%81");

        Assert.Equal(id, answer.GetProperty("id").GetGuid());
        Assert.Equal(7, answer.GetProperty("number").GetInt32());
        Assert.Equal("경북", answer.GetProperty("name").GetString());
        Assert.Equal("Bound", answer.GetProperty("function").GetString());
        Assert.Equal("7", answer.GetProperty("data").GetString());
        Assert.True(answer.GetProperty("same").GetBoolean());
        Assert.True(answer.GetProperty("cancellable").GetBoolean());
    }

    [Fact]
    public async Task An_optional_route_value_may_be_missing() =>
        Assert.Equal(JsonValueKind.Null, (await _host.Client.GetFromJsonAsync<JsonElement>($"/bound/{Guid.Empty}/7")).GetProperty("name").ValueKind);

    [Fact]
    public async Task A_route_value_against_its_constraint_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync("/bound/garbled/7")).StatusCode);

    [Fact]
    public async Task A_catch_all_takes_the_rest() =>
        Assert.Equal("a/b c/d.txt", await _host.Client.GetStringAsync("/files/a/b%20c/d.txt"));

    [Fact]
    public async Task A_method_that_is_not_declared_is_refused_with_those_that_are()
    {
        var answer = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/fails"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_is_answered_where_it_is_declared() =>
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/bound/{Guid.Empty}/7"))).StatusCode);

    [Fact]
    public async Task A_body_is_read_and_a_value_is_answered_as_json()
    {
        var answer = await _host.Client.PostAsJsonAsync("/greet", new Greeting("가봉", 1));

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(new Greeting("가봉", 2), await answer.Content.ReadFromJsonAsync<Greeting>());
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("{}", "text/plain")]
    public async Task A_body_that_does_not_fit_is_a_bad_request(string body, string type)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);

        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Client.PostAsync("/greet", content)).StatusCode);
    }

    [Fact]
    public async Task Without_route_and_methods_the_name_is_the_route_of_all_methods()
    {
        var answer = await _host.Client.DeleteAsync("/NoRoute");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["no route DELETE"], _host.Notebook.Lines);
    }

    [Fact]
    public async Task A_function_that_throws_is_a_bare_500()
    {
        var answer = await _host.Client.GetAsync("/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_with_a_file_is_read()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("양해각서"), "title" },
            { new ByteArrayContent([1, 2, 3]), "file", "text.pdf" },
        };

        Assert.Equal("양해각서 text.pdf 3", await (await _host.Client.PostAsync("/upload", form)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_server_does_not_name_itself() => Assert.Empty((await _host.Client.GetAsync("/")).Headers.Server);
}
