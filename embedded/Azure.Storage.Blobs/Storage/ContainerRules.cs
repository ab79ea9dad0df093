using System.Text.RegularExpressions;

namespace Azure.Storage.Blobs;

/// <summary>What a container may be called.</summary>
internal static partial class ContainerRules
{
    /// <summary>The service's refusal; null when the name is well.</summary>
    public static Response? Problem(string container) => Name().IsMatch(container)
        ? null
        : BlobFailure.Answer(
            400,
            "InvalidResourceName",
            "A container's name has 3 to 63 small letters, digits and single hyphens, and no hyphen at either end.");

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
