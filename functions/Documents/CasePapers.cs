using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Documents;

/// <summary>The documents of a case by the names that addresses have for them.</summary>
public sealed class CasePapers(CaseDocuments documents)
{
    public const string OfLocalGovernment = "original-local-government.pdf", OfCounterparty = "original-counterparty.pdf", Record = "record.pdf";

    /// <param name="name">One of the names above. A text is that of ?round=, else the present one; the record is in the reader's language.</param>
    /// <exception cref="ProblemException">404 for another name or round, 422 for what no font can print.</exception>
    public Task<IActionResult> AnswerAsync(HttpRequest request, Mou mou, string name, CancellationToken cancellation) => name == Record
        ? PrintAsync(mou.Id.Value, name, () => documents.WriteRecordAsync(mou.Id, request.Reader().Language, cancellation))
        : OriginalAsync(mou, TextOf(request, mou), name, cancellation);

    /// <summary>For everybody, where the office released the text: what was signed, and nothing of the record, not even its id.</summary>
    /// <param name="calledBy">What stands before the file's name.</param>
    /// <exception cref="ProblemException">404 for another name, 422 for what no font can print.</exception>
    public Task<IActionResult> ReleasedAsync(Mou mou, string name, string calledBy, CancellationToken cancellation) =>
        OriginalAsync(mou, mou.Stage.Given!.Text, name, cancellation, calledBy);

    /// <summary>For a link's holder, who sees the text of the link's round and nothing of the record, not even its id.</summary>
    /// <exception cref="ProblemException">404 for another name or no such link, 410 for a dead one, 422 for what no font can print.</exception>
    public Task<IActionResult> AnswerAsync(OpenedLink opened, string name, CancellationToken cancellation) => opened switch
    {
        OpenedLink.Open open => OfLinkAsync(open.Link, open.Mou, name, cancellation),
        OpenedLink.Over over when over.Link.ShowsItsAnswer(over.Mou) => OfLinkAsync(over.Link, over.Mou, name, cancellation),
        OpenedLink.Over => throw new ProblemException(ProblemKind.LinkOver),
        _ => throw new ProblemException(ProblemKind.LinkUnknown),
    };

    private Task<IActionResult> OfLinkAsync(Link link, Mou mou, string name, CancellationToken cancellation) =>
        OriginalAsync(mou, TextOf(link, mou), name, cancellation, $"round-{link.Round}");

    private Task<IActionResult> OriginalAsync(Mou mou, TextHash text, string name, CancellationToken cancellation, string? calledBy = null) => name switch
    {
        OfLocalGovernment => PrintAsync(calledBy ?? mou.Id.Value, name, () => documents.WriteOriginalAsync(mou, text, Side.LocalGovernment, cancellation)),
        OfCounterparty => PrintAsync(calledBy ?? mou.Id.Value, name, () => documents.WriteOriginalAsync(mou, text, Side.Counterparty, cancellation)),
        _ => throw new ProblemException(ProblemKind.NoSuchAddress),
    };

    private static async Task<IActionResult> PrintAsync(string calledBy, string name, Func<Task<byte[]>> print)
    {
        try
        {
            return new FileAnswer(await print(), FileAnswer.Pdf, $"{calledBy}-{name}");
        }
        catch (UnprintableTextException hole)
        {
            throw new ProblemException(new Problem(ProblemKind.NotPrintable)
            {
                About = [hole.CharacterName, hole.Field],
                Fields = [new WrongField(hole.Field, nameof(Workflows.OfficePortal.FieldFault.NotPrintable))],
            });
        }
    }

    private static TextHash TextOf(HttpRequest request, Mou mou) => request.Query["round"].ToString() switch
    {
        "" => mou.Text,
        var said => (int.TryParse(said, out var number) ? mou.RoundNumbered(number) : null)?.Text ?? throw new ProblemException(ProblemKind.NotFound),
    };

    private static TextHash TextOf(Link link, Mou mou) => mou.RoundNumbered(link.Round)?.Text ?? mou.Text;
}
