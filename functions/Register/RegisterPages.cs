using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Workflows.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Register;

/// <summary>The register's public pages: the same for everybody, in the reader's language.</summary>
public sealed class RegisterPages(PublicRegister register, PageAnswers pages)
{
    [Function("SearchRegister")]
    [Answers(Audience.Anyone, Alike = true)]
    public async Task<IActionResult> SearchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register")] HttpRequest request, CancellationToken cancellation)
    {
        var (query, (asked, limit)) = (request.RegisterQuery(), request.RegisterPage());
        var view = await register.ReadAsync(cancellation);
        return Public(request, view, () =>
        {
            var found = view.Search.Find(query);
            var last = Math.Max(1, (found.Count + limit - 1) / limit);
            // A page that was kept may be behind the end by now.
            var page = Math.Min(asked, last);
            return pages.ShowAsync<RegisterPage>(request, new()
            {
                [nameof(RegisterPage.View)] = view,
                [nameof(RegisterPage.Query)] = query,
                [nameof(RegisterPage.Shown)] = found.Skip((page - 1) * limit).Take(limit).ToList(),
                [nameof(RegisterPage.Counts)] = RegisterCounts.Of(found),
                [nameof(RegisterPage.Page)] = page,
                [nameof(RegisterPage.Pages)] = last,
            });
        });
    }

    [Function("ShowRegisterEntry")]
    [Answers(Audience.Anyone, Alike = true)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/{number}")] HttpRequest request, string number, CancellationToken cancellation)
    {
        var view = await register.ReadAsync(cancellation);
        return Show(request, view, view.Current(number));
    }

    [Function("ShowRegisterEntryByPlace")]
    [Answers(Audience.Anyone, Alike = true)]
    public async Task<IActionResult> ShowByPlaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/{number}/{n:int}")] HttpRequest request, string number, int n, CancellationToken cancellation)
    {
        var view = await register.ReadAsync(cancellation);
        return Show(request, view, view.At(number, n));
    }

    private PublicAnswer Show(HttpRequest request, RegisterView view, RegisterEntry entry) => Public(request, view, () => pages.ShowAsync<RegisterEntryPage>(request, new()
    {
        [nameof(RegisterEntryPage.View)] = view,
        [nameof(RegisterEntryPage.Entry)] = entry,
    }));

    private static PublicAnswer Public(HttpRequest request, RegisterView view, Func<Task<IActionResult>> make) =>
        PublicAnswer.ForPeople($"{view.Version}-{request.Reader().Language}", make);
}
