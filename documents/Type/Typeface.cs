namespace LocalDiplomacy.Documents.Type;

/// <summary>The faces that documents are set in, read once from the program itself.</summary>
internal enum Face { Regular, Bold }

internal static class Typeface
{
    private static readonly Lazy<TrueTypeFont> Regular = new(() => Load("Pretendard-Regular"));
    private static readonly Lazy<TrueTypeFont> Bold = new(() => Load("Pretendard-Bold"));

    public static TrueTypeFont Of(Face face) => face == Face.Bold ? Bold.Value : Regular.Value;

    private static TrueTypeFont Load(string name)
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The program was built without the font {name}.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new(name, file);
    }
}
