using LocalDiplomacy.Workflows.Cases;
using Spectre.Console;

namespace LocalDiplomacy.Workflows.Operators;

/// <summary>Answers as tables for people, or as one JSON value for programs, and never both.</summary>
internal sealed class AdminOutput
{
    private const int WidthOfFiles = 200;
    private readonly TextWriter _to;
    private readonly IAnsiConsole _console;
    private readonly bool _isJson;

    public AdminOutput(TextWriter to, bool isJson)
    {
        (_to, _isJson) = (to, isJson);
        var screen = new AnsiConsoleOutput(to);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = screen,
            Ansi = screen.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = screen.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        // Where nobody watches a width cuts lines in pieces that no grep finds.
        if (!screen.IsTerminal) _console.Profile.Width = WidthOfFiles;
    }

    public void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        if (_isJson) return;
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(Markup.Escape(column));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => Markup.Escape(cell ?? "–"))]);
        _console.Write(table);
    }

    public void Say(string line)
    {
        if (!_isJson) _console.WriteLine(line);
    }

    public async Task JsonAsync<T>(T value)
    {
        if (_isJson) await _to.WriteLineAsync(StoredJson.Of(value)).ConfigureAwait(false);
    }

    /// <summary>Work of which somebody wants to know how far it is; a file gets none of it.</summary>
    /// <param name="work">Is told the whole first, and then says what is done.</param>
    public async Task<T> ProgressAsync<T>(string what, Func<Action<int, int>, Task<T>> work)
    {
        if (_isJson || !_console.Profile.Capabilities.Interactive) return await work((_, _) => { }).ConfigureAwait(false);
        return await _console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var task = progress.AddTask(what);
            return await work((done, of) => (task.MaxValue, task.Value) = (Math.Max(1, of), done)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
