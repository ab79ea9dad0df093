using LocalDiplomacy.Documents;
using LocalDiplomacy.Functions;
using LocalDiplomacy.Functions.Telemetry;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Workflows;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.UseReception();

builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddWorkflows(builder.Configuration);
builder.Services.AddPages();
builder.Services.AddDocuments();
builder.Services.AddFunctions();

return builder.Build().RunWithCheckedSettings();
