using System.Globalization;
using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>What came of a deed at the desk of reference data, as JSON.</summary>
internal static class DeskAnswering
{
    public static IActionResult Answer(RowResult<LocalGovernment> result, int status = 200) =>
        Answer(result, standing => DeskLocalGovernmentAnswer.Of(standing), "/api/desk/local-governments/", standing => standing.Row.Id.Value, status);

    public static IActionResult Answer(RowResult<Mission> result, DateTimeOffset now, int status = 200) =>
        Answer(result, standing => DeskMissionAnswer.Of(standing, now), "/api/desk/missions/", standing => standing.Row.Id.Value, status);

    public static IActionResult Answer(ContactResult result, DateTimeOffset now, int status = 200) => result switch
    {
        ContactResult.Done done => new JsonAnswer(DeskMissionAnswer.Of(done.Standing, now), status) { EntityTag = EntityTags.Of(done.Standing.Version) },
        ContactResult.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
        ContactResult.Refused refused => throw new ProblemException(new Problem(ReferenceDeeds.KindOf(refused.Why)) { Current = DeskMissionAnswer.Of(refused.Current, now) }),
        _ => throw new ProblemException(ProblemKind.NotFound),
    };

    /// <summary>"local-governments" or "missions"; anything else is no table.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static ReferenceKind Table(string name) => name switch
    {
        "local-governments" => ReferenceKind.LocalGovernments,
        "missions" => ReferenceKind.Missions,
        _ => throw new ProblemException(ProblemKind.NotFound),
    };

    public static string FileName(string table, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{table}-{Workflows.Deadlines.SeoulTime.DayOf(now):yyyy-MM-dd}.csv");

    private static JsonAnswer Answer<TRow>(RowResult<TRow> result, Func<Standing<TRow>, object> answer, string path, Func<Standing<TRow>, string> id, int status) => result switch
    {
        RowResult<TRow>.Done done => new JsonAnswer(answer(done.Standing), status)
        {
            EntityTag = EntityTags.Of(done.Standing.Version),
            Location = status == 201 ? path + Uri.EscapeDataString(id(done.Standing)) : null,
        },
        RowResult<TRow>.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
        RowResult<TRow>.Stale stale => throw new ProblemException(new Problem(ProblemKind.Stale) { Current = answer(stale.Current) }),
        RowResult<TRow>.AlreadyThere there => throw new ProblemException(new Problem(ProblemKind.RowAlreadyThere) { Current = answer(there.Current) }),
        _ => throw new ProblemException(ProblemKind.NotFound),
    };
}
