using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public sealed class ConnectionStringTests
{
    private const string Key = "c2VjcmV0";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://10.0.0.9", "http://10.0.0.9:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData($"AccountName=kdiplo;AccountKey={Key}", "https://kdiplo.table.core.windows.net/", "kdiplo")]
    [InlineData($"DefaultEndpointsProtocol=http;AccountName=kdiplo;AccountKey={Key};EndpointSuffix=example.org", "http://kdiplo.table.example.org/", "kdiplo")]
    [InlineData($"AccountName=kdiplo;AccountKey={Key};TableEndpoint=https://tables.example.org/x", "https://tables.example.org/x", "kdiplo")]
    [InlineData("TableEndpoint=https://kdiplo.table.core.windows.net/;SharedAccessSignature=sv=1&sig=x", "https://kdiplo.table.core.windows.net/", "kdiplo")]
    public void A_connection_string_names_the_endpoint(string connectionString, string endpoint, string account)
    {
        var service = new TableServiceClient(connectionString);

        Assert.Equal((new Uri(endpoint), account), (service.Uri, service.AccountName));
    }

    [Fact]
    public void A_table_and_a_blob_have_addresses()
    {
        Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1/mous"), new TableClient("UseDevelopmentStorage=true", "mous").Uri);
        Assert.Equal(
            new Uri("http://127.0.0.1:10000/devstoreaccount1/texts/a%20b/c"),
            new BlobContainerClient("UseDevelopmentStorage=true", "texts").GetBlobClient("a b/c").Uri);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("AccountKey=secret")]
    [InlineData("AccountName=kdiplo")]
    public void What_is_no_connection_string_is_refused_without_repeating_it(string connectionString)
    {
        var refusal = Assert.Throws<FormatException>(() => new TableServiceClient(connectionString));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }
}
