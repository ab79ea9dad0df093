using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables.Storage;
using Azure.Storage.Shared;

namespace Azure.Data.Tables.Http;

/// <summary>
/// The parts of a batch's answer: one for each action, or a single refusal whose message begins with the index of
/// the action, as in "2:The specified entity already exists."
/// </summary>
internal static partial class BatchAnswer
{
    /// <exception cref="TableTransactionFailedException">The service refused, and applied nothing.</exception>
    public static IReadOnlyList<Response> Read(Response batch)
    {
        var responses = new List<Response>();
        foreach (var part in Part().EnumerateMatches(batch.Content.ToString()))
            responses.Add(Read(batch.Content.ToString().AsSpan(part.Index, part.Length).ToString()));
        return responses.FirstOrDefault(response => response.IsError) is { } refusal
            ? throw Refused(TableFailure.From(refusal))
            : responses;
    }

    private static StoredResponse Read(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? part : part[..end]).Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is var at and > 0)
                headers[line[..at]] = line[(at + 1)..].Trim();
        }

        return new StoredResponse(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            headers,
            end < 0 ? null : Encoding.UTF8.GetBytes(part[end..].Trim()));
    }

    private static TableTransactionFailedException Refused(RequestFailedException refusal) =>
        Index().Match(refusal.Message) is { Success: true } match
            ? TableFailure.InTransaction(int.Parse(match.Value, CultureInfo.InvariantCulture), refusal)
            : new TableTransactionFailedException(refusal);

    // From a status line to the next boundary.
    [GeneratedRegex("""HTTP/1\.1 \d{3}.*?(?=\r\n--changeset|\r\n--batch|$)""", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("""^\d+(?=:)""")]
    private static partial Regex Index();
}
