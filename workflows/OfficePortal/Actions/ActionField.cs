using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.OfficePortal.Actions;

/// <summary>What a field of an action's form takes.</summary>
public enum FieldForm { Line, Lines, Day, Time, Zone, Moment, Number, Choice, Mission, OtherMou, LocalGovernment, Address }

/// <summary>One field of an action's form, by the name that problems and JSON call it.</summary>
public sealed record ActionField(string Name, FieldForm Form)
{
    public bool IsOptional { get; init; }

    public int MaxLength { get; init; } = 4000;

    /// <summary>Of a choice: every word that is understood.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Of a choice: the words that make sense now; null: all that are known.</summary>
    public Func<Mou, IReadOnlyList<string>>? Offers { get; init; }

    public IReadOnlyList<string> OfferedFor(Mou mou) => Offers?.Invoke(mou) ?? Known;
}
