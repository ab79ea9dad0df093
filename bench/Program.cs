using System.Reflection;
using LocalDiplomacy.Bench;

const string usage = """
    Measures the program as it stands on this machine.

      dotnet run -c Release --project bench -- startup [--runs N] [--idle SECONDS] [--json FILE]

    startup   from the start of the process to the first accepted connection and to the first answer,
              on an empty data folder and on one that exists, and memory once it is idle
    """;

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
