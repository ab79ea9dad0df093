using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>
/// What a form's writing began from, as a mark of each field: enough to tell who changed what, and no copy of the text. It
/// travels with the form, "title.en=Zk3q9A clauses[0].body.ko=…", so that it holds for what was typed and never saved too.
/// </summary>
public sealed class DraftBase
{
    // Six bytes are eight letters, without "=".
    private const int MarkBytes = 6, LongestWritten = 100_000;
    private readonly Dictionary<string, string> _marks;

    private DraftBase(Dictionary<string, string> marks) => _marks = marks;

    public static DraftBase Of(DraftForm form) =>
        new(DraftComparison.Flat(form).Select(field => (field.Key, Mark: MarkOf(field.Value))).Where(field => field.Mark.Length > 0).ToDictionary(field => field.Key, field => field.Mark));

    /// <summary>Null for what is none: then nobody can tell who changed what.</summary>
    public static DraftBase? Read(string? written)
    {
        if (written is not { Length: > 0 and <= LongestWritten }) return null;
        var marks = new Dictionary<string, string>();
        foreach (var field in written.Split(' '))
            if (field.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } mark] || !marks.TryAdd(name, mark)) return null;
        return new(marks);
    }

    public override string ToString() => string.Join(' ', _marks.Select(field => $"{field.Key}={field.Value}"));

    /// <summary>Whether the field still says what it said at the beginning.</summary>
    internal bool Holds(string field, string? text) => _marks.GetValueOrDefault(field, "") == MarkOf(text);

    /// <summary>The marks of each clause, "heading.ko" and so on; a clause in which nothing stood has none.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, string>> Clauses()
    {
        var clauses = new List<Dictionary<string, string>>();
        foreach (var (field, mark) in _marks)
        {
            if (!field.StartsWith("clauses[", StringComparison.Ordinal) || field.Split("].", 2) is not [{ } number, { } part] || !int.TryParse(number["clauses[".Length..], out var place) || place is < 0 or > 1000) continue;
            while (clauses.Count <= place) clauses.Add([]);
            clauses[place][part] = mark;
        }
        return clauses;
    }

    /// <summary>Nothing has no mark. Line ends and blanks around a text are no difference to a person.</summary>
    internal static string MarkOf(string? text) => DraftComparison.Same(text) is { Length: > 0 } said
        ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, MarkBytes))
        : "";
}
