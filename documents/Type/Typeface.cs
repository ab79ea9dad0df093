using System.Text;

namespace LocalDiplomacy.Documents.Type;

/// <summary>
/// The faces that documents are set in, read once from the program itself. Chinese characters, kana and what stands among
/// them come from a font of their own, which has no bold: there the regular one is drawn thicker.
/// </summary>
internal enum Face { Regular, Bold, Han, BoldHan }

internal static class Typeface
{
    private static readonly Lazy<TrueTypeFont> Regular = new(() => Load("Pretendard-Regular"));
    private static readonly Lazy<TrueTypeFont> Bold = new(() => Load("Pretendard-Bold"));

    private static readonly Lazy<TrueTypeFont> Han = new(() => Load("NotoSansSC-Regular"));

    public static TrueTypeFont Of(Face face) => face switch
    {
        Face.Regular => Regular.Value,
        Face.Bold => Bold.Value,
        _ => Han.Value,
    };

    /// <summary>The face that has the letter: the wanted one, else that of Chinese characters; the wanted one where neither has it.</summary>
    public static Face For(Face wanted, Rune letter) =>
        wanted is Face.Han or Face.BoldHan || Of(wanted).GlyphOf(letter.Value) != 0 || Han.Value.GlyphOf(letter.Value) == 0 ? wanted
        : wanted == Face.Bold ? Face.BoldHan : Face.Han;

    /// <summary>Whether any face has it. Blanks and the ends of lines are drawn by none.</summary>
    public static bool Has(Rune letter) => letter.Value is '\n' or '\r' or '\t' || Of(For(Face.Regular, letter)).GlyphOf(letter.Value) != 0;

    private static TrueTypeFont Load(string name)
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The program was built without the font {name}.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new(name, file);
    }
}
