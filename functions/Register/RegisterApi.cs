using System.Globalization;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Register;

/// <summary>The register for programs: JSON, CSV and a feed, for everybody.</summary>
public sealed class RegisterApi(PublicRegister register, RegisterFeed feed, TimeProvider time)
{
    [Function("ListRegister")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Lists concluded agreements, newest signature first, and counts them.", Answer = typeof(RegisterListAnswer), IsTagged = true, IsSearch = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register")] HttpRequest request, CancellationToken cancellation)
    {
        var (query, (page, limit)) = (request.RegisterQuery(), request.RegisterPage());
        var view = await register.ReadAsync(cancellation);
        return PublicAnswer.ForPrograms(view.Version, () =>
        {
            var found = view.Search.Find(query);
            var pages = Math.Max(1, (found.Count + limit - 1) / limit);
            var next = page < pages ? AddressOf(query, page + 1, limit) : null;
            var items = found.Skip((int)Math.Min(int.MaxValue, (page - 1L) * limit)).Take(limit).Select(entry => RegisterEntryAnswer.Of(entry, view));
            return new JsonAnswer(new RegisterListAnswer([.. items], found.Count, page, pages, next, RegisterFiguresAnswer.Of(RegisterCounts.Of(found))))
            {
                EntityTag = $"\"{view.Version}\"",
                Next = next,
            };
        });
    }

    [Function("ReadRegisterEntry")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Gives one agreement as it stands, and all that was entered of it.", Answer = typeof(RegisterTieAnswer), IsTagged = true, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register/{number:minlength(9)}")] HttpRequest request, string number, CancellationToken cancellation)
    {
        var view = await register.ReadAsync(cancellation);
        var current = view.Current(number);
        return PublicAnswer.ForPrograms(view.Version, () => new JsonAnswer(RegisterTieAnswer.Of(current, view)) { EntityTag = $"\"{view.Version}\"" });
    }

    [Function("ReadRegisterEntryByPlace")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Gives one entry as it was made.", Answer = typeof(RegisterEntryAnswer), IsTagged = true, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> ReadByPlaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register/{number:minlength(9)}/{n:int}")] HttpRequest request, string number, int n, CancellationToken cancellation)
    {
        var view = await register.ReadAsync(cancellation);
        var entry = view.At(number, n);
        return PublicAnswer.ForPrograms(view.Version, () => new JsonAnswer(RegisterEntryAnswer.Of(entry, view)) { EntityTag = $"\"{view.Version}\"" });
    }

    [Function("ExportRegister")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Gives what is found as CSV in UTF-8 with a byte order mark.", File = CsvFile.ContentType, IsTagged = true, IsSearch = true)]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register/csv")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.RegisterQuery();
        var view = await register.ReadAsync(cancellation);
        var name = string.Create(CultureInfo.InvariantCulture, $"register-{SeoulTime.DayOf(time.GetUtcNow()):yyyy-MM-dd}.csv");
        return PublicAnswer.ForPrograms(view.Version, () => new CsvFile(RegisterFile.Write(view, view.Search.Find(query)), name));
    }

    [Function("FeedRegister")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Gives the fifty newest entries as an Atom feed, in the language of Accept-Language.", File = RegisterFeed.ContentType, IsTagged = true)]
    public async Task<IActionResult> FeedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register/feed")] HttpRequest request, CancellationToken cancellation)
    {
        var (view, language) = (await register.ReadAsync(cancellation), request.Reader().Language);
        return PublicAnswer.ForPrograms($"{view.Version}-{language}", () => new TextFile(feed.Write(view, language), RegisterFeed.ContentType + "; charset=utf-8"), "Accept-Language, Cookie");
    }

    private static string AddressOf(RegisterQuery query, int page, int limit)
    {
        var address = RegisterAddress.Of(query, page, "/api/register");
        return limit == RegisterRequests.DefaultLimit ? address : string.Create(CultureInfo.InvariantCulture, $"{address}&limit={limit}");
    }
}
