using LocalDiplomacy.Azurite;
using LocalDiplomacy.Bench;
using LocalDiplomacy.Bench.Desk;
using LocalDiplomacy.Bench.Load;
using LocalDiplomacy.Bench.Micro;
using LocalDiplomacy.Bench.Pages;
using LocalDiplomacy.Bench.Register;

const string usage = """
    Measures the program and its parts as they stand on this machine.

      dotnet run -c Release --project bench -- COMMAND [OPTIONS]

    startup [--runs N] [--idle SECONDS] [--json FILE]
        from the start of the process to the first accepted connection and to the first answer,
        on an empty data folder and on one that exists, and memory once it is idle

    simulate [--seeds N] [--first S] [--log]
        runs of the orchestration engine drawn from seeds, with faults at every step; one line for each seed
        that broke a promise. The same seed gives the same run; --log shows what its hosts said

    kill-loop [--kills N] [--seed S]
        the engine in a process of its own on a durable file, killed at any moment and started again; then checked
        against what it acknowledged and what its activities did

    takeover [--instances N] [--runs N]
        two processes on one hub in Azurite, one of them killed in the middle of its activities: the time until the
        other one has ended what it held

    health [--orchestrations N] [--store file|azurite]
        the time and the requests of a look at a hub with many instances that wait

    hello-cities   orchestrations of five activities in a row
    fan-out        of many activities at once            [--activities N]
    events         that wait for events                  [--events N]
    timers         that sleep                            [--timers N] [--milliseconds N]
        [--orchestrations N] [--warm-up N] [--at-once N] [--store file|azurite] [--json FILE]
        on a store of their own in the temporary folder: rate, times from start to end, requests of storage, memory

    recover [--orchestrations N] [--left running|resting] [--json FILE]
        instances that wait for an event, and the start of another process on their file

    register [--entries N] [--requests N] [--at-once N] [--json FILE]
        the public register over HTTP: 1,900 ties imported and sent again, the first search after a start, and searches
        of many kinds among N ties

    desk [--mous N | --data DIR] [--requests N] [--at-once N] [--patience MINUTES] [--json FILE]
        the desk's pages and calls over HTTP with N seeded MOUs, or with a store that is there: start to ready, memory,
        p50 and p95 of each, and a SIGKILL right after a commit with the time until all is carried out

    pages [--mous N] [--requests N] [--json FILE]
        each page over HTTP with a store of N made-up MOUs: the time to its last byte, and the bytes and requests of a
        first view

    micro
        the small parts: the replay of a history, a transaction on the file, a history row to JSON and back
    """;

try
{
    switch (args)
    {
        case ["startup", .. var startup]:
            return await StartupCommand.RunAsync(startup, Console.Out);
        case ["simulate", .. var simulation]:
            return SimulateCommand.Run(simulation, Console.Out);
        case ["kill-loop", .. var kills]:
            return await KillLoopCommand.RunAsync(kills, Console.Out);
        case ["hello-cities", .. var cities]:
            return await LoadCommands.HelloCitiesAsync(cities, Console.Out);
        case ["fan-out", .. var fan]:
            return await LoadCommands.FanOutAsync(fan, Console.Out);
        case ["events", .. var events]:
            return await LoadCommands.EventsAsync(events, Console.Out);
        case ["timers", .. var timers]:
            return await LoadCommands.TimersAsync(timers, Console.Out);
        case ["takeover", .. var takeover]:
            return await TakeoverCommand.RunAsync(takeover, Console.Out);
        case ["health", .. var health]:
            return await HealthCommand.RunAsync(health, Console.Out);
        case ["desk", .. var desk]:
            return await DeskCommand.RunAsync(desk, Console.Out);
        case ["micro", .. var parts]:
            return MicroCommand.Run(parts, Console.Out);
        case ["recover", .. var recovery]:
            return await RecoverCommand.RunAsync(recovery, Console.Out);
        case ["register", .. var register]:
            return await RegisterCommand.RunAsync(register, Console.Out);
        case ["pages", .. var pages]:
            return await PagesCommand.RunAsync(pages, Console.Out);
        case [] or ["--help"]:
            Console.WriteLine(usage);
            return 0;
        default:
            throw new UsageException($"'{args[0]}' is no command; --help lists them.");
    }
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (AzuriteException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}
