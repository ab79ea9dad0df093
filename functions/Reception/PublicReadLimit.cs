using System.Threading.RateLimiting;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// How much somebody who is not signed in may read of the register and the API in a minute, by their address. It keeps one
/// program that runs wild from taking what is there for everybody. Each instance counts for itself: what must hold across
/// all of them (codes, tries) is counted in tables.
/// </summary>
public sealed class PublicReadLimit : IFunctionsWorkerMiddleware, IDisposable
{
    private readonly int _trustedProxies;

    /// <summary>Null: nobody is limited.</summary>
    private readonly PartitionedRateLimiter<string>? _limiter;

    public PublicReadLimit(IOptions<WorkflowsOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _trustedProxies = options.Value.TrustedProxies;
        _limiter = options.Value.PublicReadsPerMinute is > 0 and var perMinute
            ? PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => BucketOf(perMinute))) : null;
    }

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        if (_limiter is not null && IsCounted(HttpFunctions.Named(context.FunctionDefinition.Name), request) && ClientAddress.Of(request, _trustedProxies) is { } address)
        {
            using var lease = _limiter.AttemptAcquire(address);
            if (!lease.IsAcquired) throw new ProblemException(new Problem(ProblemKind.TooManyReads) { RetryAfter = WaitOf(lease) });
        }

        await next(context);
    }

    public void Dispose() => _limiter?.Dispose();

    /// <summary>Monitors ask for the health often, and are told nothing but that.</summary>
    private static bool IsCounted(HttpFunction? function, HttpRequest request) =>
        function is not null && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Caller() is Caller.Nobody
        && (function.IsApi ? !function.Route.StartsWith("api/health/", StringComparison.Ordinal) : function.Route.StartsWith("register", StringComparison.Ordinal));

    /// <summary>A minute's reads at once, and then as many as a minute gives, spread over it.</summary>
    private static TokenBucketRateLimiterOptions BucketOf(int perMinute)
    {
        var period = TimeSpan.FromSeconds(Math.Max(1, 60 / perMinute));
        return new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = (int)Math.Ceiling(perMinute * period / TimeSpan.FromMinutes(1)),
            ReplenishmentPeriod = period,
            QueueLimit = 0,
            AutoReplenishment = true,
        };
    }

    private static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
}
