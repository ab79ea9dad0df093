using LocalDiplomacy.Functions.Problems;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Refuses a caller whom the function does not answer, by its <see cref="AnswersAttribute"/>.</summary>
public sealed class AudienceCheck : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = HttpFunctions.Named(context.FunctionDefinition.Name);
        var caller = context.GetHttpContext()!.Request.Caller();
        return Answers(function?.Audience, caller) ? next(context)
            : throw new ProblemException(caller is Caller.Nobody ? ProblemKind.SignInNeeded : ProblemKind.NotForYou);
    }

    internal static bool Answers(Audience? audience, Caller caller) => audience switch
    {
        Audience.Anyone => true,
        Audience.Office => caller.Office is not null,
        Audience.OfficePeople => caller is Caller.Member { Office: not null },
        Audience.OfficeOrDesk => caller.Office is not null || caller.IsOfAssociation,
        Audience.Desk => caller.IsDesk,
        Audience.Association => caller.IsOfAssociation,
        _ => false,
    };
}
