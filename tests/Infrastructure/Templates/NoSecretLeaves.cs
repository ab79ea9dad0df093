using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

public sealed partial class NoSecretLeaves
{
    [Fact]
    public void No_output_is_named_or_made_like_a_secret()
    {
        var outputs = BicepFile.Templates.SelectMany(t => t.All("output")).ToArray();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, o => Assert.DoesNotMatch(LikeASecret(), $"{o.Name} {o.Value}"));
    }

    [Fact]
    public void No_template_asks_for_a_key() =>
        Assert.All(BicepFile.Templates, t => Assert.DoesNotMatch(AsksForKeys(), t.Text));

    [Fact]
    public void No_parameter_carries_a_secret() =>
        Assert.All(BicepFile.Templates.SelectMany(t => t.All("param")), p => Assert.DoesNotMatch(LikeASecret(), p.Name));

    [Fact]
    public void The_key_of_SendGrid_is_a_reference_into_the_vault() =>
        Assert.StartsWith("'@Microsoft.KeyVault(", BicepObject.Parse(BicepFile.App("function-app").The("var", "programSettings").Value)["SENDGRID_API_KEY"],
            StringComparison.Ordinal);

    [Theory]
    [InlineData("mailKey account.listKeys()", true)]
    [InlineData("storageConnectionString x", true)]
    [InlineData("AZURE_LOCATION location", false)]
    public void The_pattern_knows_a_secret(string output, bool secret) => Assert.Equal(secret, LikeASecret().IsMatch(output));

    // A vault's or a key's name would be caught too; none of the outputs needs one.
    [GeneratedRegex("secret|password|connection_?string|token|listKeys|listSecrets|sas_?url|(?<!v)key(?!vault)", RegexOptions.IgnoreCase)]
    private static partial Regex LikeASecret();

    [GeneratedRegex(@"\blist(Keys|Secrets|AccountSas|ServiceSas|Credentials)?\(|sharedKey\b|primaryKey\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForKeys();
}
