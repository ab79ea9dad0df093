using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class MiddlewareTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task It_stands_in_front_of_functions_in_the_order_in_which_it_was_added()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware(async (context, next) =>
            {
                context.InstanceServices.GetRequiredService<Notebook>().Write("inner");
                await next();
            });
        });

        await host.Client.GetAsync("/NoRoute");

        Assert.Equal(["outer before NoRoute", "inner", "no route GET", "outer after"], host.Notebook.Lines);
    }

    [Fact]
    public async Task It_may_replace_the_result()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            context.GetInvocationResult().Value = new StatusCodeResult(418);
        }));

        Assert.Equal((HttpStatusCode)418, (await host.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task It_may_answer_instead_of_the_function()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, builder => builder.UseMiddleware((context, _) =>
        {
            context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/NoRoute")).StatusCode);
        Assert.Empty(host.Notebook.Lines);
    }

    [Fact]
    public async Task It_may_turn_an_exception_into_an_answer()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = new ConflictResult();
            }
        }));

        Assert.Equal(HttpStatusCode.Conflict, (await host.Client.GetAsync("/fails")).StatusCode);
    }

    [Fact]
    public async Task It_may_be_for_some_functions_only()
    {
        await using var host = await RunningHost.StartAsync(
            _surroundings, builder => builder.UseWhen<Outer>(context => context.FunctionDefinition.Name == "Root"));

        await host.Client.GetAsync("/NoRoute");
        await host.Client.GetAsync("/");

        Assert.Equal(["no route GET", "outer before Root", "outer after"], host.Notebook.Lines);
    }

    private sealed class Outer(Notebook notebook) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            notebook.Write("outer before " + context.FunctionDefinition.Name);
            await next(context);
            notebook.Write("outer after");
        }
    }
}
