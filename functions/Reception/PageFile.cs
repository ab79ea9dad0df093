using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Reads the one file of a page's form.</summary>
public static class PageFile
{
    private const int RestOfTheForm = 64 * 1024;

    /// <returns>Null: no file was chosen.</returns>
    /// <exception cref="ProblemException">415 or 413.</exception>
    public static async Task<byte[]?> ReadPageFileAsync(this HttpRequest request, string field, int maxBytes, CancellationToken cancellation)
    {
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        if (request.ContentLength > maxBytes + RestOfTheForm)
            throw new ProblemException(ProblemKind.BodyTooLarge);
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = maxBytes, BufferBodyLengthLimit = maxBytes + RestOfTheForm }, cancellation);
            if (form.Files[field] is not { Length: > 0 } file) return null;
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(ProblemKind.BodyTooLarge);
        }
    }
}
