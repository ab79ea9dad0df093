using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Operators;

/// <summary>What stands behind "admin": a verb, what it is about, and options.</summary>
internal sealed record AdminLine(string Verb, IReadOnlyList<string> About, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>A code for the shell, beside 0 for done and 1 for what cannot be done or does not hold.</summary>
    public const int Misused = 2, Differences = 3;

    private static readonly string[] Search =
        ["--words", "--stage", "--waiting", "--office", "--embassy", "--country", "--kind", "--due-from", "--due-until", "--orchestration", "--overdue", "--came-back", "--limit", "--cursor"];

    private static readonly string[] Switches = ["--json", "--overdue", "--came-back", "--check", "--waiting-cases", "--dry-run"];

    private static readonly Dictionary<string, string[]> Verbs = new(StringComparer.Ordinal)
    {
        ["list"] = Search,
        ["show"] = [],
        ["nudge"] = ["--waiting-cases"],
        ["retry"] = [],
        ["verify"] = [],
        ["rebuild"] = ["--check"],
        ["purge"] = ["--older-than", "--most", "--dry-run"],
        ["export"] = [],
        ["import"] = [],
    };

    public bool IsJson => Options.ContainsKey("--json");

    public bool Has(string option) => Options.ContainsKey(option);

    /// <exception cref="HostAbortedException">With the code <see cref="Misused"/>.</exception>
    public static AdminLine Read(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var verb, ..] || !Verbs.TryGetValue(verb, out var known))
            throw Refuse($"'admin' needs one of: {string.Join(", ", Verbs.Keys)}. docs/operations.md says what each does.", Misused);
        var (about, options) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        for (var i = 1; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].StartsWith("--", StringComparison.Ordinal) && arguments[i].Split('=', 2) is [var left, var right] ? (left, right) : (arguments[i], null);
            if (!name.StartsWith('-')) about.Add(name);
            else if (name != "--json" && !known.Contains(name)) throw Refuse($"'{name}' is none of the options of 'admin {verb}'{(known.Length > 0 ? $": {string.Join(", ", known)}, --json" : ": --json")}.", Misused);
            else if (Switches.Contains(name)) options[name] = "true";
            else options[name] = value ?? (i + 1 < arguments.Count ? arguments[++i] : throw Refuse($"Option '{name}' needs a value.", Misused));
        }

        return new(verb, about, options);
    }

    /// <exception cref="HostAbortedException">With the code <see cref="Misused"/>.</exception>
    public CaseQuery Query() => new(
        Named<StageName>("--stage"), Named<WaitedOn>("--waiting"), Text("--office") is { } office ? new LocalGovernmentId(office) : null,
        Text("--embassy") is { } mission ? new MissionId(mission.ToUpperInvariant()) : null, Text("--country")?.ToUpperInvariant(), Named<MouKind>("--kind"),
        Day("--due-from"), Day("--due-until"), Named<OrchestrationStanding>("--orchestration"), Has("--overdue") ? true : null, Has("--came-back") ? true : null, Text("--words"));

    public int Number(string name, int otherwise, int most) =>
        Text(name) is not { } said ? otherwise
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw Refuse(string.Create(CultureInfo.InvariantCulture, $"Option '{name}' needs a number up to {most}."), Misused);

    /// <summary>One thing, and no more.</summary>
    public string One(string what) => About is [var one] ? one : throw Refuse($"'admin {Verb}' needs {what}.", Misused);

    public string? Text(string name) => Options.GetValueOrDefault(name) is { Length: > 0 } said ? said : null;

    /// <summary>The one line of a refusal, and the code that the program ends with.</summary>
    public static HostAbortedException Refuse(string message, int code = 1) => new(message) { Data = { ["ExitCode"] = code } };

    private T? Named<T>(string name) where T : struct, Enum =>
        Text(name) is not { } said ? null
        : Enum.GetNames<T>().FirstOrDefault(one => one.Equals(said.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found)
        : throw Refuse($"Option '{name}' needs one of: {string.Join(", ", Enum.GetNames<T>())}.", Misused);

    private DateOnly? Day(string name) =>
        Text(name) is not { } said ? null
        : DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Refuse($"Option '{name}' needs a day like 2026-11-22.", Misused);
}
