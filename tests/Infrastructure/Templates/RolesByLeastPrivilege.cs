using System.Text.RegularExpressions;
using LocalDiplomacy.Infrastructure.Tests.Bicep;

namespace LocalDiplomacy.Infrastructure.Tests.Templates;

public sealed partial class RolesByLeastPrivilege
{
    /// <summary>Everything that anyone may do, by the number that Azure has for the role. A new line here is a decision.</summary>
    private static readonly Dictionary<string, string> _intended = new()
    {
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["Key Vault Secrets User"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Durable Task Data Contributor"] = "0ad04412-c4d5-4796-b79c-f76d14c8d402",
        ["Key Vault Secrets Officer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    };

    private readonly BicepFile _roles = BicepFile.App("roles");

    [Fact]
    public void The_roles_are_exactly_the_intended_ones() =>
        Assert.Equal(_intended.OrderBy(r => r.Key, StringComparer.Ordinal),
            BicepObject.Parse(_roles.The("var", "roles").Value).Entries
                .Select(e => KeyValuePair.Create(e.Key, e.Value.Trim('\''))).OrderBy(r => r.Key, StringComparer.Ordinal));

    [Fact]
    public void Roles_are_given_in_one_place_only()
    {
        var elsewhere = BicepFile.Templates.Where(t => t.Path != _roles.Path);
        Assert.All(elsewhere, t => Assert.DoesNotContain("roleAssignments@", t.Text, StringComparison.Ordinal));
        Assert.Equal(_intended.Count, Guid().Count(_roles.Text));
    }

    [Fact]
    public void Each_role_is_given_on_one_resource_and_never_on_the_group()
    {
        var given = _roles.All("resource").Where(r => r.Target == "Microsoft.Authorization/roleAssignments").ToArray();
        Assert.Equal(["account", "component", "scheduler", "vault", "vault"], given.Select(r => r.Body["scope"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_queues_and_blobs_are_all_there_since_Durable_Task_needs_all_three() =>
        Assert.Equal(["Storage Blob Data Owner", "Storage Queue Data Contributor", "Storage Table Data Contributor"],
            Quoted().Matches(_roles.The("var", "storageRoles").Value).Select(m => m.Groups[1].Value));

    [Fact]
    public void Every_role_of_the_list_is_given() =>
        Assert.All(_intended.Keys, role => Assert.True(Regex.Count(_roles.Text, Regex.Escape($"'{role}'")) > 1, role));

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guid();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
