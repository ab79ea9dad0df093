using System.Text;

namespace Azure.Data.Tables.Storage;

/// <summary>Where the next page begins, as one opaque text of two parts.</summary>
internal static class ContinuationToken
{
    public static string Write(EntityKey next) => $"{Encode(next.Partition)} {Encode(next.Row)}";

    /// <exception cref="RequestFailedException">400: not a token of this client.</exception>
    public static EntityKey? Read(string? token)
    {
        if (token is null)
            return null;
        try
        {
            return token.Split(' ') is [var partition, var row]
                ? new EntityKey(Decode(partition), Decode(row))
                : throw new FormatException();
        }
        catch (FormatException)
        {
            throw TableFailure.Of(400, "InvalidInput", "The continuation token is not valid.");
        }
    }

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
