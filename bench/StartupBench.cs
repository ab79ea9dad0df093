namespace LocalDiplomacy.Bench;

/// <summary>Starts the program again and again and looks at the clock and at its memory.</summary>
internal sealed class StartupBench(string program, StartupOptions options)
{
    public async Task<StartupReport> RunAsync(TextWriter progress)
    {
        var data = Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        try
        {
            var empty = await StartAsync(data);
            progress.WriteLine($"empty store: {empty.Listening:0} ms");
            var existing = new List<Start>();
            for (var run = 1; run <= options.Runs; run++)
            {
                existing.Add(await StartAsync(data));
                progress.WriteLine($"run {run} of {options.Runs}: {existing[^1].Listening:0} ms");
            }
            return new StartupReport(empty, existing, await IdleAsync(data, progress), options.Idle);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<Start> StartAsync(string data)
    {
        using var started = StartedProgram.Start(program, data);
        return new Start(await started.ListeningAsync(), await started.FirstPageAsync());
    }

    private async Task<double> IdleAsync(string data, TextWriter progress)
    {
        using var started = StartedProgram.Start(program, data);
        await started.FirstPageAsync();
        progress.WriteLine($"idle for {options.Idle.TotalSeconds:0} s");
        await Task.Delay(options.Idle);
        return started.ResidentMegabytes();
    }
}

/// <summary>Milliseconds from the start of the process.</summary>
internal sealed record Start(double Listening, double FirstPage);
