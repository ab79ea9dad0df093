using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Api;

/// <summary>Reads a body to a limit, whatever its Content-Length says.</summary>
internal static class LimitedBody
{
    /// <exception cref="ProblemException">413 when it is longer.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
            throw new ProblemException(Problem.TooLarge(maxBytes));
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (body.Length + read > maxBytes)
                throw new ProblemException(Problem.TooLarge(maxBytes));
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
