using System.Globalization;
using System.Net.Mail;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.OfficePortal.Actions;

/// <summary>What was sent for an action, read field by field. Values are there once <see cref="ActionReading"/> found no problem.</summary>
/// <param name="Actor">The name of whoever does it.</param>
public sealed record ActionInput(Mou Mou, string Actor, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>How the case's orchestration is, for the actions that are about it.</summary>
    public OrchestrationFound Found { get; init; }

    /// <summary>What follows from changes and is not carried out yet, by name; for the same actions.</summary>
    public IReadOnlyList<string> LeftToDo { get; init; } = [];

    /// <summary>The ids of the mails that were given up; for the same actions.</summary>
    public IReadOnlyList<string> GivenUpMails { get; init; } = [];

    public string Words(string field) => Letters.WithoutUnseen(Values.GetValueOrDefault(field) ?? "").Trim();

    public TextHash Text => new(Words(ActionReading.TextField));

    public DateOnly Day(string field) => ActionReading.Day(Words(field))!.Value;

    /// <summary>Null where none was sent.</summary>
    public TimeOnly? Time(string field) => ActionReading.Time(Words(field));

    public DateTimeOffset Moment(string field) => ActionReading.Moment(Words(field))!.Value;

    public int Number(string field) => ActionReading.Number(Words(field))!.Value;

    public T Choice<T>(string field) where T : struct, Enum => Enum.Parse<T>(Words(field), ignoreCase: true);

    /// <summary>Null where none is named: the one that leads.</summary>
    public MissionId? Mission => Words("mission") is { Length: > 0 } id ? new(id.ToUpperInvariant()) : null;

    public LocalGovernmentId Successor => new(Words("successor"));

    public MouId Other => new(ActionReading.IdIn(Words("other")));

    /// <summary>On paper nobody needs an address.</summary>
    public Signer SignerOf(Side side, string field) =>
        new(side, Words($"{field}.name"), Words($"{field}.office"), new(""), Language.Korean, Words($"{field}.authority") is { Length: > 0 } letter ? letter : null);

    /// <summary>A zone without a time of day says nothing.</summary>
    public Ceremony Ceremony => new(
        Words("place"), Day("on"), Witnesses, Time("time"), Time("time") is null || Words("zone") is "" or PlaceTime.Seoul ? null : Words("zone"));

    /// <summary>A line each: "Name, office".</summary>
    public IReadOnlyList<Witness> Witnesses =>
        [.. Words("witnesses").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(',', 2, StringSplitOptions.TrimEntries)).Select(parts => new Witness(parts[0], parts.Length > 1 ? parts[1] : ""))];
}

/// <summary>Reads what was sent for an action, and names what is wrong with each field.</summary>
public static class ActionReading
{
    public const string TextField = "textHash";

    public static IReadOnlyList<FieldProblem> ProblemsOf(CaseAction action, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(values);
        IEnumerable<ActionField> fields = action.NeedsText ? [new(TextField, FieldForm.Line) { MaxLength = 64 }, .. action.Fields] : action.Fields;
        return
        [
            .. from field in fields
               let fault = FaultOf(field, values.GetValueOrDefault(field.Name))
               where fault is not null
               select new FieldProblem(field.Name, fault.Value),
            .. values.Keys.Where(name => fields.All(field => field.Name != name)).Select(name => new FieldProblem(name, FieldFault.Unknown)),
        ];
    }

    private static FieldFault? FaultOf(ActionField field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return field.IsOptional ? null : FieldFault.Missing;
        if (value.Length > field.MaxLength) return FieldFault.TooLong;
        if (!Letters.AreWanted(value)) return FieldFault.ControlCharacters;
        return field.Form switch
        {
            FieldForm.Day => Day(value) is null ? FieldFault.Malformed : null,
            FieldForm.Time => Time(value) is null ? FieldFault.Malformed : null,
            FieldForm.Zone => PlaceTime.IsZone(value.Trim()) ? null : FieldFault.Unknown,
            FieldForm.Moment => Moment(value) is null ? FieldFault.Malformed : null,
            FieldForm.Number => Number(value) is null ? FieldFault.Malformed : null,
            FieldForm.Choice => field.Known.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase) ? null : FieldFault.Unknown,
            FieldForm.Address => MailAddress.TryCreate(value.Trim(), out var read) && read.Address == value.Trim() ? null : FieldFault.Malformed,
            FieldForm.OtherMou => IdIn(value).All(char.IsAsciiLetterOrDigit) ? null : FieldFault.Malformed,
            _ => null,
        };
    }

    internal static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static TimeOnly? Time(string value) =>
        TimeOnly.TryParseExact(value.Trim(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>With its offset, as programs send it; without one it is the time in Seoul, as a page's field gives it.</summary>
    internal static DateTimeOffset? Moment(string value)
    {
        var words = value.Trim();
        if (DateTime.TryParseExact(words, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, SeoulTime.Offset).ToUniversalTime();
        return DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && words.Contains('T', StringComparison.Ordinal) ? moment.ToUniversalTime() : null;
    }

    internal static int? Number(string value) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An MOU by its id, or by the address of its page.</summary>
    public static string IdIn(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Trim().TrimEnd('/').Split('/')[^1];
    }
}
