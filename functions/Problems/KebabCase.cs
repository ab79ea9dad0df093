namespace LocalDiplomacy.Functions.Problems;

/// <summary>"UnderReview" as addresses and the API write it: "under-review".</summary>
public static class KebabCase
{
    public static string Of(string pascal) =>
        string.Concat(pascal.Select((c, at) => char.IsUpper(c) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>The value with this name, written exactly so.</summary>
    public static T? Read<T>(string? text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Of(v) == text).Select(v => (T?)v).FirstOrDefault();
}
