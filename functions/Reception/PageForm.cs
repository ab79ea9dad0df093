using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Reads a page's form within limits; afterwards <see cref="HttpRequest.Form"/> is at hand.</summary>
public static class PageForm
{
    // A Korean character takes nine in a form. A text of the longest, and a little more, can still be said no to in words.
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = MaxBytes,
        ValueLengthLimit = MaxBytes,
        ValueCountLimit = 4096,
        KeyLengthLimit = 256,
    };

    /// <exception cref="ProblemException">415 or 413.</exception>
    public static async Task<IFormCollection> ReadPageFormAsync(this HttpRequest request, CancellationToken cancellation)
    {
        // Pages here send no files. What is more than a plain form is none of ours.
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        if (request.ContentLength > MaxBytes)
            throw new ProblemException(Problem.TooLarge(MaxBytes));
        try
        {
            var form = await request.ReadFormAsync(Limits, cancellation);
            return request.Form = form;
        }
        catch (InvalidDataException unreadable) when (unreadable.InnerException is InvalidOperationException)
        {
            // NUL: of all characters this one alone is not even read.
            throw new ProblemException(new Problem(ProblemKind.FieldsWrong) { Fields = [new("", nameof(FieldFault.ControlCharacters))] });
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(Problem.TooLarge(MaxBytes));
        }
    }
}
