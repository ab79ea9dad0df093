using System.Reflection;
using LocalDiplomacy.Bench;

const string usage = """
    Measures the program as it stands on this machine.

      dotnet run -c Release --project bench -- startup [--runs N] [--idle SECONDS] [--json FILE]

    startup   from the start of the process to the first accepted connection and to the first answer,
              on an empty data folder and on one that exists, and memory once it is idle

      dotnet run -c Release --project bench -- simulate [--seeds N] [--first S]

    simulate  runs of the orchestration engine drawn from seeds, with faults at every step; one line for each seed that
              broke a promise. The same seed gives the same run

      dotnet run -c Release --project bench -- hello-cities [--orchestrations N]

    hello-cities  orchestrations of five activities in a row, 64 at once, on a durable file in the temporary folder
    """;

if (args is ["simulate", .. var simulation]) return SimulateCommand.Run(simulation, Console.Out);
if (args is ["hello-cities", .. var cities]) return await HelloCitiesCommand.RunAsync(cities, Console.Out);

if (args is not ["startup", ..])
{
    Console.WriteLine(usage);
    return args is [] or ["--help"] ? 0 : 2;
}

if (StartupOptions.Read(args[1..]) is not { } options)
{
    Console.Error.WriteLine(usage);
    return 2;
}

var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;
var report = await new StartupBench(program, options).RunAsync(Console.Error);
Console.WriteLine(report.AsText());
if (options.JsonFile is { } file) await File.WriteAllTextAsync(file, report.AsJson());
return 0;
