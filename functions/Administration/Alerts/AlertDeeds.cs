using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Administration.Alerts;

/// <summary>Reads and acknowledges alerts: the same for pages and for JSON.</summary>
public sealed class AlertDeeds(AlertBook book)
{
    private const int ReasonLength = 1000;

    /// <exception cref="ProblemException">400 for anything but true and false.</exception>
    public static bool IsClosed(HttpRequest request) => request.Query["closed"].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["closed"], Fields = [new("closed", "Unknown")] }),
    };

    /// <exception cref="ProblemException">400 for a cursor that no page gave out.</exception>
    public async Task<Page<Alert>> ListAsync(bool isClosed, Paging paging, CancellationToken cancellation)
    {
        try
        {
            return isClosed ? await book.ClosedAsync(paging.Cursor, paging.Limit, cancellation) : await book.OpenAsync(paging.Cursor, paging.Limit, cancellation);
        }
        catch (BadCursorException)
        {
            throw Paging.WrongCursor();
        }
    }

    /// <exception cref="ProblemException">404.</exception>
    public async Task<Alert> FindAsync(string id, CancellationToken cancellation) => await book.FindAsync(id, cancellation) ?? throw new ProblemException(ProblemKind.NotFound);

    /// <summary>An alert that has come to its end meanwhile is answered as it is: there is nothing left to acknowledge.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public async Task<(Alert Alert, IReadOnlyList<FieldProblem> Problems)> AcknowledgeAsync(string id, string? reason, Author by, CancellationToken cancellation)
    {
        var alert = await FindAsync(id, cancellation);
        if (Plain.Fault(reason, ReasonLength) is { } fault) return (alert, [new("reason", fault)]);
        return (await book.AcknowledgeAsync(id, by, reason!, cancellation) ?? throw new ProblemException(ProblemKind.NotFound), []);
    }
}
