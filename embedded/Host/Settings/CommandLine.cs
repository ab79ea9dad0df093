namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>The options as given; null where one was not. A first word that is no option names a command of the application.</summary>
internal sealed record CommandLine
{
    private readonly List<string> _command = [];

    public string? Urls { get; private set; }

    public string? Data { get; private set; }

    public string? Administrator { get; private set; }

    /// <summary>The command's name and what it is given; empty where the program is to run.</summary>
    public IReadOnlyList<string> Command => _command;

    /// <summary>The file that the command "history" writes to.</summary>
    public string? Out { get; private set; }

    public bool Azurite { get; private set; }

    public bool NoSample { get; private set; }

    public bool Demo { get; private set; }

    public bool Help { get; private set; }

    public bool Version { get; private set; }

    /// <exception cref="StartupFaultException">An option that does not exist, or one without its value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (option, value) = Split(arguments[i]);
            if (line.TakeSwitch(option))
                RefuseValue(option, value);
            else if (TakesValue(option))
                line.TakeValue(option, value ?? (i + 1 < arguments.Count ? arguments[++i] : ""));
            else if (!option.StartsWith('-') || line.HasOptionsOfItsOwn)
                line._command.Add(arguments[i]);
            else
                throw Misuse($"Unknown option '{arguments[i]}'. --help lists the options.");
        }

        if (line.Out is not null && line._command is not [Operators.EngineCommands.History, ..])
            throw Misuse("Option '--out' belongs to the command 'history'.");
        return line;
    }

    private static (string Option, string? Value) Split(string argument)
    {
        var at = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
        return at < 0 ? (argument, null) : (argument[..at], argument[(at + 1)..]);
    }

    /// <summary>What the host does not know is for the command to read.</summary>
    private bool HasOptionsOfItsOwn => _command is ["seed" or "admin", ..];

    private static bool TakesValue(string option) => option is "--urls" or "--data" or "--administrator" or "--out";

    private bool TakeSwitch(string option)
    {
        switch (option)
        {
            case "--azurite": return Azurite = true;
            case "--no-sample": return NoSample = true;
            case "--demo": return Demo = true;
            case "--help" or "-h" or "-?": return Help = true;
            case "--version": return Version = true;
            default: return false;
        }
    }

    private void TakeValue(string option, string value)
    {
        if (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
            throw Misuse($"Option '{option}' needs a value. --help lists the options.");
        switch (option)
        {
            case "--urls": Urls = value; break;
            case "--data": Data = value; break;
            case "--out": Out = value; break;
            default: Administrator = value; break;
        }
    }

    private static void RefuseValue(string option, string? value)
    {
        if (value is not null)
            throw Misuse($"Option '{option}' takes no value.");
    }

    private static StartupFaultException Misuse(string message) => new(message, StartupFaultException.Misused);
}
