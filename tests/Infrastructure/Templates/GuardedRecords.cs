using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

/// <summary>What must stay so that a record is a record.</summary>
public sealed class GuardedRecords
{
    private readonly BicepFile _storage = BicepFile.App("storage");
    private readonly BicepObject _app = BicepFile.App("function-app").The("resource", "site").Body;

    [Theory]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("allowCrossTenantReplication", "false")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    [InlineData("minimumTlsVersion", "'TLS1_2'")]
    public void The_account_takes_no_key_and_shows_nothing(string property, string value) =>
        Assert.Equal(value, _storage.The("resource", "account").Body.At("properties", property));

    [Fact]
    public void What_was_deleted_or_overwritten_can_be_brought_back()
    {
        var blobs = _storage.The("resource", "blobService").Body;
        Assert.Equal("true", blobs.At("properties", "isVersioningEnabled"));
        Assert.Equal("true", blobs.At("properties", "deleteRetentionPolicy", "enabled"));
        Assert.Equal("true", blobs.At("properties", "containerDeleteRetentionPolicy", "enabled"));
    }

    [Fact]
    public void No_container_is_public_and_evidence_is_immutable()
    {
        var containers = _storage.All("resource").Where(r => r.Target.EndsWith("/containers", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["packageContainer", "textsContainer", "evidenceContainer"], containers.Select(c => c.Name));
        Assert.All(containers, c => Assert.Equal("'None'", c.Body.At("properties", "publicAccess")));
        Assert.Equal("evidenceContainer", _storage.The("resource", "evidencePolicy").Body["parent"]);
    }

    [Fact]
    public void Old_versions_of_texts_and_evidence_are_never_cleared_away() =>
        Assert.DoesNotMatch("texts|evidence", _storage.The("var", "platformPrefixes").Value);

    [Theory]
    [InlineData("enableRbacAuthorization")]
    [InlineData("enablePurgeProtection")]
    [InlineData("enableSoftDelete")]
    public void The_vault_forgets_nothing_at_once(string property) =>
        Assert.Equal("true", BicepFile.App("vault").The("resource", "vault").Body.At("properties", property));

    [Fact]
    public void The_program_runs_on_Flex_Consumption_as_an_isolated_worker_behind_TLS()
    {
        Assert.Equal("'FlexConsumption'", BicepFile.App("function-app").The("resource", "plan").Body.At("sku", "tier"));
        Assert.Equal("'dotnet-isolated'", _app.At("properties", "functionAppConfig", "runtime", "name"));
        Assert.Equal("'10.0'", _app.At("properties", "functionAppConfig", "runtime", "version"));
        Assert.Equal("true", _app.At("properties", "httpsOnly"));
        Assert.Equal("'1.2'", _app.At("properties", "siteConfig", "minTlsVersion"));
    }

    [Fact]
    public void Telemetry_is_taken_by_identity_only_and_passes_the_redaction()
    {
        Assert.Equal("true", BicepFile.App("insights").The("resource", "component").Body.At("properties", "DisableLocalAuth"));
        Assert.Equal("redactedWorkspace.outputs.resourceId", BicepFile.Main.The("module", "insights").Body.At("params", "workspaceResourceId"));
        Assert.Equal("redaction.outputs.resourceId", BicepFile.Main.The("module", "redactedWorkspace").Body.At("params", "redactionRuleResourceId"));
    }

    [Theory]
    [InlineData("storage", "blobLog")]
    [InlineData("storage", "queueMetrics")]
    [InlineData("storage", "tableMetrics")]
    [InlineData("vault", "audit")]
    [InlineData("function-app", "signInLog")]
    public void What_is_done_there_is_logged(string file, string name) =>
        Assert.Equal("workspaceResourceId", BicepFile.App(file).The("resource", name).Body.At("properties", "workspaceId"));
}
