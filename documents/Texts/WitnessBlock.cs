using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Pdf;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Texts;

/// <summary>Who sees the others sign on paper, two beside each other, each with a line to sign on. A page's end cuts between pairs only.</summary>
internal static class WitnessBlock
{
    private const double Above = 26, RoomToSign = 30;
    private static readonly Style Heading = new(10.5, Face.Bold), Name = new(9.5, Face.Bold), Small = new(9.5);

    public static IReadOnlyList<Row> Of(Ceremony? ceremony, Language language)
    {
        if (ceremony is not { Witnesses.Count: > 0 }) return [];
        var heading = Row.Of(new Paragraph(Words.Of(PageLanguage.Or(language), "Documents.Witnesses"), Heading) { KeepsWithNext = true }, Flow.Width);
        return [Row.Blank(Above), .. heading, .. ceremony.Witnesses.Chunk(2).SelectMany(pair => Pair(pair))];
    }

    private static IReadOnlyList<Row> Pair(Witness[] pair) =>
        Row.Beside(Rows(pair[0]), pair.Length > 1 ? Rows(pair[1]) : [], SignatureBlock.Column + SignatureBlock.Gutter);

    private static List<Row> Rows(Witness witness) =>
    [
        Row.Blank(RoomToSign),
        Row.Rule(SignatureBlock.Column, 3, keepsWithNext: true),
        .. Row.Of(new Paragraph(witness.Name, Name), SignatureBlock.Column),
        .. witness.Office.Length > 0 ? Row.Of(new Paragraph(witness.Office, Small), SignatureBlock.Column) : [],
    ];
}
