using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>The one file of a page's form, with what its sender's browser says of it.</summary>
public sealed record PageFileSent(byte[] Content, string Name, string? ContentType);

/// <summary>Reads the one file of a page's form; afterwards <see cref="HttpRequest.Form"/> is at hand.</summary>
public static class PageFile
{
    private const int RestOfTheForm = 64 * 1024;

    /// <returns>Null: no file was chosen.</returns>
    /// <exception cref="ProblemException">415, 413, or 403 without the form's proof.</exception>
    public static async Task<byte[]?> ReadPageFileAsync(this HttpRequest request, string field, int maxBytes, CancellationToken cancellation) =>
        await request.ReadPageUploadAsync(field, maxBytes, cancellation) is { Content.Length: > 0 } file ? file.Content : null;

    /// <returns>Null: no file was chosen. One that was chosen may be empty.</returns>
    /// <param name="allowed">The limit that is named where the file is larger than <paramref name="maxBytes"/>, where it is another one.</param>
    /// <exception cref="ProblemException">415, 413, or 403 without the form's proof.</exception>
    public static async Task<PageFileSent?> ReadPageUploadAsync(this HttpRequest request, string field, int maxBytes, CancellationToken cancellation, int? allowed = null)
    {
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        if (request.ContentLength > maxBytes + RestOfTheForm)
            throw new ProblemException(Problem.TooLarge(allowed ?? maxBytes));
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = maxBytes, BufferBodyLengthLimit = maxBytes + RestOfTheForm }, cancellation);
            request.Form = form;
            FormProof.Check(request, form);
            // A form that was sent without a choice names no file.
            if (form.Files[field] is not { FileName.Length: > 0 } file) return null;
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            return new(content.ToArray(), file.FileName, file.ContentType);
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(Problem.TooLarge(allowed ?? maxBytes));
        }
    }
}
