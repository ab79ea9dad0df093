using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Hosts.Tests;

/// <summary>What the Azure host refuses at its start, or silently does not index, is found here first.</summary>
public sealed partial class FunctionsThatAzureAccepts
{
    private static IEnumerable<DeclaredFunction> Http => DeclaredFunction.All.Where(function => function.Http is not null);

    [Fact]
    public void There_are_functions_of_every_kind() =>
        Assert.Equal(
            [nameof(ActivityTriggerAttribute), nameof(HttpTriggerAttribute), nameof(OrchestrationTriggerAttribute), nameof(TimerTriggerAttribute)],
            DeclaredFunction.All.Select(function => function.Binding.GetType().Name).Distinct().Order());

    [Fact]
    public void Names_start_with_a_letter_and_are_unique_whatever_their_case()
    {
        Assert.Empty(DeclaredFunction.All.Where(function => !FunctionName().IsMatch(function.Name)).Select(function => function.Name));
        Assert.Empty(DeclaredFunction.All.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void The_source_generator_reaches_every_one_of_them() =>
        Assert.Empty(DeclaredFunction.All.Where(function => !function.Method.IsPublic || !function.Method.DeclaringType!.IsVisible || function.Method.IsGenericMethod)
            .Select(function => function.Name));

    [Fact]
    public void No_route_is_reserved_by_the_host()
    {
        Assert.All(Http, function => Assert.NotNull(function.Http!.Route));
        Assert.Empty(Http.Where(function => function.Http!.Route!.Split('/')[0].ToUpperInvariant() is "ADMIN" or "RUNTIME").Select(function => function.Name));
        Assert.Empty(Http.Where(function => function.Http!.Route!.Length == 0 || function.Http.Route.StartsWith('/')).Select(function => function.Name));
    }

    [Fact]
    public void No_two_functions_answer_one_method_and_route() =>
        Assert.Empty(Http
            .SelectMany(function => function.Http!.Methods!.Select(method => $"{method.ToUpperInvariant()} {RouteValueName().Replace(function.Http.Route!, "{$1").ToUpperInvariant()}"))
            .GroupBy(address => address)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key));

    [Fact]
    public void Every_HTTP_function_takes_and_gives_what_ASP_NET_Core_integration_binds()
    {
        Assert.All(Http, function => Assert.Equal(typeof(HttpRequest), function.Trigger.ParameterType));
        Assert.All(Http, function => Assert.True(
            function.Method.ReturnType == typeof(IActionResult) || function.Method.ReturnType == typeof(Task<IActionResult>), function.Name));
        Assert.All(Http, function => Assert.Equal(AuthorizationLevel.Anonymous, function.Http!.AuthLevel));
        Assert.All(Http, function => Assert.All(OtherParameters(function), parameter => Assert.True(
            IsGivenByTheWorker(parameter) || function.Http!.Route!.Contains($"{{{parameter.Name}", StringComparison.Ordinal) && IsRouteValue(parameter.ParameterType),
            $"{function.Name} cannot be given '{parameter.Name}'.")));
    }

    [Fact]
    public void Every_route_value_is_taken_by_its_name() =>
        Assert.All(Http, function => Assert.All(
            RouteValue().Matches(function.Http!.Route!).Select(match => match.Groups[1].Value).Where(name => name is not "ignored" and not "rest"),
            name => Assert.Contains(function.Method.GetParameters(), parameter => parameter.Name == name)));

    [Fact]
    public void Timers_have_six_fields() =>
        Assert.All(Bound<TimerTriggerAttribute>(), timer =>
        {
            Assert.Equal(typeof(TimerInfo), timer.Function.Trigger.ParameterType);
            Assert.Equal(6, timer.Binding.Schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        });

    [Fact]
    public void Orchestrations_take_their_context_and_nothing_from_outside() =>
        Assert.All(Bound<OrchestrationTriggerAttribute>(), orchestration =>
        {
            Assert.Equal(typeof(TaskOrchestrationContext), orchestration.Function.Trigger.ParameterType);
            Assert.Empty(OtherParameters(orchestration.Function));
            Assert.True(orchestration.Function.Method.ReturnType.IsAssignableTo(typeof(Task)));
        });

    [Fact]
    public void Activities_take_one_input_and_what_the_worker_gives() =>
        Assert.All(Bound<ActivityTriggerAttribute>(), activity => Assert.All(OtherParameters(activity.Function), parameter => Assert.True(IsGivenByTheWorker(parameter))));

    private static IEnumerable<(DeclaredFunction Function, T Binding)> Bound<T>() =>
        DeclaredFunction.All.Where(function => function.Binding is T).Select(function => (function, (T)(object)function.Binding));

    private static IEnumerable<System.Reflection.ParameterInfo> OtherParameters(DeclaredFunction function) =>
        function.Method.GetParameters().Where(parameter => parameter != function.Trigger);

    private static bool IsGivenByTheWorker(System.Reflection.ParameterInfo parameter) =>
        parameter.ParameterType == typeof(FunctionContext)
        || parameter.ParameterType == typeof(CancellationToken)
        || (parameter.ParameterType == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute), false));

    private static bool IsRouteValue(Type type) => type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(Guid) || type == typeof(bool);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$")]
    private static partial Regex FunctionName();

    /// <summary>What a value is called makes no other address; its constraints do.</summary>
    [GeneratedRegex(@"\{(\*{0,2})[A-Za-z]+")]
    private static partial Regex RouteValueName();

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z]+)[^}]*(?:\}\})?[^}]*\}")]
    private static partial Regex RouteValue();
}
