namespace LocalDiplomacy.Embedded.Tests.ApiSurface;

/// <summary>One of every kind of member, to see that none escapes the comparison.</summary>
public abstract class Specimen<T>
{
    protected Specimen(int number = 1) => Number = number;

    public event Action<T>? Happened;

    public int Number { get; protected set; }

    public string? Hidden { get; private set; }

#pragma warning disable CA1000 // A static member is one of the kinds.
    public static string Put<TOther>(T one, ref TOther other, IReadOnlyList<TOther?[]>? more = null)
    {
        ArgumentNullException.ThrowIfNull(one);
        return $"{other}{more}";
    }
#pragma warning restore CA1000

    public override string ToString() => Hidden ?? "";

    protected internal abstract void Open(int? number);

    internal void Unseen() => Happened?.Invoke(default!);

    protected sealed class Inner
    {
        public const int Answer = 42;
    }
}

internal static class Specimen
{
    private const string Name = "LocalDiplomacy.Embedded.Tests.ApiSurface.Specimen`1";

    public static readonly string[] Surface =
    [
        $"E:{Name}.Happened : System.Action{{`0}}",
        $"F:{Name}.Inner.Answer : System.Int32 = 42",
        $"M:{Name}.#ctor(System.Int32?) : void",
        $"M:{Name}.Inner.#ctor : void",
        $"M:{Name}.Open(System.Nullable{{System.Int32}}) : void abstract",
        $"M:{Name}.Put``1(`0,``0@,System.Collections.Generic.IReadOnlyList{{``0[]}}?) : System.String static",
        $"M:{Name}.ToString : System.String virtual",
        $"P:{Name}.Hidden : System.String {{get;}}",
        $"P:{Name}.Number : System.Int32 {{get;set;}}",
        $"T:{Name} : abstract class",
        $"T:{Name}.Inner : sealed class",
    ];
}
