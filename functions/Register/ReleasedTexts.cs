using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Register;

/// <summary>
/// Texts that their offices released, for everybody: on a page, as JSON and as PDF. The register says what is released; the
/// case is asked again, so that what was withheld a moment ago is not shown.
/// </summary>
public sealed class ReleasedTexts(PublicRegister register, MouCases cases, TextStore texts, CasePapers papers, PageAnswers pages)
{
    [Function("ShowReleasedText")]
    [Answers(Audience.Anyone, Alike = true)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/{number}/text")] HttpRequest request, string number, CancellationToken cancellation)
    {
        var (view, entry, mou) = await FindAsync(number, cancellation);
        var text = await texts.ExpectAsync(mou.Stage.Given!.Text, cancellation);
        return PublicAnswer.ForPeople($"{view.Version}-{request.Reader().Language}-text", () => pages.ShowAsync<ReleasedTextPage>(request, new()
        {
            [nameof(ReleasedTextPage.View)] = view,
            [nameof(ReleasedTextPage.Entry)] = entry,
            [nameof(ReleasedTextPage.Text)] = text,
        }));
    }

    [Function("PrintReleasedText")]
    [Answers(Audience.Anyone, Alike = true)]
    public async Task<IActionResult> PrintAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/{number}/documents/{document}")] HttpRequest request,
        string number, string document, CancellationToken cancellation)
    {
        var (_, entry, mou) = await FindAsync(number, cancellation);
        return await papers.ReleasedAsync(mou, document, entry.Number.Value, cancellation);
    }

    [Function("ReadReleasedText")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Reads the text of an agreement that its office released; 404 where it is not. /register/{number}/documents/original-local-government.pdf and …/original-counterparty.pdf are the same as PDF.",
        Answer = typeof(TextAnswer), IsTagged = true, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register/{number:minlength(9)}/text")] HttpRequest request, string number, CancellationToken cancellation)
    {
        var (view, _, mou) = await FindAsync(number, cancellation);
        var (hash, tag) = (mou.Stage.Given!.Text, view.Version + "-text");
        var text = await texts.ExpectAsync(hash, cancellation);
        return PublicAnswer.ForPrograms(tag, () => new JsonAnswer(TextAnswer.Of(hash, text)) { EntityTag = $"\"{tag}\"" });
    }

    /// <exception cref="ProblemException">404: there is no such tie, or its text is not released.</exception>
    private async Task<(RegisterView View, RegisterEntry Entry, Mou Mou)> FindAsync(string number, CancellationToken cancellation)
    {
        var view = await register.ReadAsync(cancellation);
        var entry = view.Current(number);
        return entry.Tie is { IsTextReleased: true, Mou: { } id } && await cases.FindAsync(id, cancellation) is { IsTextReleased: true } mou
            ? (view, entry, mou) : throw new ProblemException(ProblemKind.NotFound);
    }
}
