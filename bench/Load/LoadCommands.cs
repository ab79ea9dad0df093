namespace LocalDiplomacy.Bench.Load;

/// <summary>The loads by their names on the command line.</summary>
internal static class LoadCommands
{
    internal static async Task<int> HelloCitiesAsync(string[] args, TextWriter output)
    {
        var options = LoadOptions.Of(new Arguments(args, LoadOptions.Names));
        return await LoadCommand.RunAsync("hello-cities", new HelloCitiesLoad(), options, output);
    }

    internal static async Task<int> FanOutAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, [.. LoadOptions.Names, "--activities"]);
        var load = new FanOutLoad(arguments.Number("--activities", 100));
        return await LoadCommand.RunAsync("fan-out", load, LoadOptions.Of(arguments, 100), output);
    }

    internal static async Task<int> EventsAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, [.. LoadOptions.Names, "--events"]);
        var load = new EventsLoad(arguments.Number("--events", 10));
        return await LoadCommand.RunAsync("events", load, LoadOptions.Of(arguments), output);
    }

    internal static async Task<int> TimersAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, [.. LoadOptions.Names, "--timers", "--milliseconds"]);
        var load = new TimersLoad(arguments.Number("--timers", 5), arguments.Number("--milliseconds", 50));
        return await LoadCommand.RunAsync("timers", load, LoadOptions.Of(arguments), output);
    }
}
