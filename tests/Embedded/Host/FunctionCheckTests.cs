using LocalDiplomacy.EmbeddedHost;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>What Azure would refuse is refused before anything listens, in one line.</summary>
public sealed class FunctionCheckTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Theory]
    [InlineData(typeof(TwiceNamed), "Two functions are named 'Same': ")]
    [InlineData(typeof(BadName), "Function name '1st' is not valid")]
    [InlineData(typeof(NotPublic), "Function 'Hidden' must be a public method")]
    [InlineData(typeof(NoTrigger), "Function 'None' must have exactly one trigger; it has 0.")]
    [InlineData(typeof(WithKey), "Function 'Keyed' asks for authorization level Function")]
    [InlineData(typeof(ReservedRoute), "Function 'Desk': a route must not start with 'Admin'")]
    [InlineData(typeof(BadRoute), "Function 'Bad': route '{id' is not valid")]
    [InlineData(typeof(SameRoute), "Functions 'One' and 'Two' answer the same route 'mous/{id}' and method.")]
    [InlineData(typeof(UnknownParameter), "Function 'Wants': nothing gives parameter 'more' (Int32) a value.")]
    [InlineData(typeof(WrongTrigger), "Function 'Wrong': its trigger gives HttpRequest, not String.")]
    [InlineData(typeof(FiveFields), "Function 'Five': schedule '*/5 * * * *' is not valid, it has 5 fields, not 6")]
    [InlineData(typeof(NeverComes), "Function 'Never': schedule '0 0 0 31 2 *' never comes.")]
    [InlineData(typeof(UnsetSchedule), "Function 'Unset': its schedule's setting SCHEDULE is not set.")]
    public void It_is_refused(Type functions, string line)
    {
        var fault = Assert.Throws<StartupFaultException>(() => RunningHost.Builder(_surroundings, functions).Build());

        Assert.StartsWith(line, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    public static class TwiceNamed
    {
        [Function("Same")]
        public static void One([ActivityTrigger] string input) => _ = input;

        [Function("same")]
        public static void Two([ActivityTrigger] string input) => _ = input;
    }

    public static class BadName
    {
        [Function("1st")]
        public static void One([ActivityTrigger] string input) => _ = input;
    }

    public static class NotPublic
    {
        [Function("Hidden")]
        internal static void One([ActivityTrigger] string input) => _ = input;
    }

    public static class NoTrigger
    {
        [Function("None")]
        public static void One(string input) => _ = input;
    }

    public static class WithKey
    {
        [Function("Keyed")]
        public static IActionResult One([HttpTrigger] HttpRequest request) => new OkObjectResult(request.Path);
    }

    public static class ReservedRoute
    {
        [Function("Desk")]
        public static IActionResult One([HttpTrigger(AuthorizationLevel.Anonymous, Route = "Admin/desk")] HttpRequest request) =>
            new OkObjectResult(request.Path);
    }

    public static class BadRoute
    {
        [Function("Bad")]
        public static IActionResult One([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{id")] HttpRequest request) =>
            new OkObjectResult(request.Path);
    }

    public static class SameRoute
    {
        [Function("One")]
        public static IActionResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mous/{id}")] HttpRequest request) =>
            new OkObjectResult(request.Path);

        [Function("Two")]
        public static IActionResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "mous/{number}")] HttpRequest request) =>
            new OkObjectResult(request.Path);
    }

    public static class UnknownParameter
    {
        [Function("Wants")]
        public static void One([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, int more) => _ = (request, more);
    }

    public static class WrongTrigger
    {
        [Function("Wrong")]
        public static void One([HttpTrigger(AuthorizationLevel.Anonymous)] string request) => _ = request;
    }

    public static class FiveFields
    {
        [Function("Five")]
        public static void One([TimerTrigger("*/5 * * * *")] TimerInfo timer) => _ = timer;
    }

    public static class NeverComes
    {
        [Function("Never")]
        public static void One([TimerTrigger("0 0 0 31 2 *")] TimerInfo timer) => _ = timer;
    }

    public static class UnsetSchedule
    {
        [Function("Unset")]
        public static void One([TimerTrigger("%SCHEDULE%")] TimerInfo timer) => _ = timer;
    }
}
