namespace LocalDiplomacy.Infrastructure.Tests.Bicep;

public sealed class ReadingBicep
{
    private const string Sample = """
        targetScope = 'subscription'

        // param ghost string
        @description('A name, it\'s said: {not} a bracket')
        @allowed([
          'a'
          'b'
        ])
        param name string = 'a//b'

        /* output ghost string = '' */
        resource one 'Microsoft.X/ys@2024-01-01' = [for item in ['p', 'q']: if (item != name) {
          name: '${name}-${item == 'p' ? 'x}' : item}'
          properties: {
            deep: true // and a remark
          }
        }]

        module two 'app/two.bicep' = if (empty(name)) {
          params: {
            name: name
          }
        }

        resource three 'Microsoft.X/zs@2024-01-01' existing = {
          name: 'three'
        }
        """;

    private readonly BicepFile _file = BicepFile.Of(Sample);

    [Fact]
    public void Declarations_come_in_order_and_comments_do_not() =>
        Assert.Equal(["targetScope 'subscription'", "param name", "resource one", "module two", "resource three"],
            _file.Statements.Select(s => $"{s.Kind} {s.Name}"));

    [Fact]
    public void A_description_may_hold_quotes_and_brackets() =>
        Assert.Equal(@"A name, it\'s said: {not} a bracket", _file.The("param", "name").Description);

    [Fact]
    public void A_string_that_looks_like_a_comment_is_a_string() => Assert.Equal("'a//b'", _file.The("param", "name").Value);

    [Fact]
    public void The_body_is_found_under_a_loop_and_a_condition()
    {
        Assert.Equal("true", _file.The("resource", "one").Body.At("properties", "deep"));
        Assert.Equal("name", _file.The("module", "two").Body.At("params", "name"));
        Assert.Null(_file.The("module", "two").Body.At("params", "missing", "deeper"));
    }

    [Fact]
    public void Targets_are_named_without_their_version()
    {
        Assert.Equal("Microsoft.X/ys", _file.The("resource", "one").Target);
        Assert.Equal("app/two.bicep", _file.The("module", "two").Target);
        Assert.True(_file.The("resource", "three").Existing);
        Assert.False(_file.The("resource", "one").Existing);
    }
}
