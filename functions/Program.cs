using LocalDiplomacy.Functions;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Workflows;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.UseReception();

builder.Services.AddWorkflows(builder.Configuration);
builder.Services.AddPages();
builder.Services.AddFunctions();

builder.Build().Run();
