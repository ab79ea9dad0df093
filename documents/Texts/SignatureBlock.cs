using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Texts;

/// <summary>Where both sides sign, beside each other, the original's keeper on the left. A page's end never cuts it.</summary>
internal static class SignatureBlock
{
    internal const double Gutter = 24;
    internal const double Column = (Flow.Width - Gutter) / 2;
    private const double Above = 28, RoomToSign = 44, LineToFill = 18;
    private static readonly Style Name = new(10.5, Face.Bold), Small = new(9.5);

    public static IReadOnlyList<Row> Of(PartyOfText keeper, PartyOfText other, Language language) =>
        [Row.Blank(Above), .. Row.Beside(Rows(keeper, language), Rows(other, language), Column + Gutter)];

    private static List<Row> Rows(PartyOfText party, Language language)
    {
        string Say(string key, params object[] facts) => Words.Of(PageLanguage.Or(language), "Documents." + key, facts);
        var electronic = party.IsSignedElectronically;
        List<Row> rows =
        [
            .. Row.Of(new Paragraph(Say("ForParty", party.Name.In(language)), Name), Column),
            Row.Blank(RoomToSign),
            .. electronic ? Row.Of(new Paragraph(Say("SignedElectronically", Dates.Moment(party.Signature!.SignedAt, PageLanguage.Or(language))), Small), Column) : [],
            Row.Rule(Column, 3),
            .. Fact(Say("Signature"), ""),
            .. Fact(Say("Name"), party.SignersName),
            .. Fact(Say("Office"), party.SignersOffice),
            .. party.Authority is { } authority ? Fact(Say("Authority"), authority) : [],
            .. Fact(Say("Date"), party.SignsOn is { } day ? Dates.Long(day, PageLanguage.Or(language)) : null),
        ];
        return electronic ? rows : [.. rows, .. Fact(Say("Place"), party.Ceremony?.Place)];
    }

    /// <summary>A label with what is known, or with a line to write on.</summary>
    private static IReadOnlyList<Row> Fact(string label, string? value)
    {
        if (value is not null) return Row.Of(new Paragraph([new(value.Length == 0 ? label : label + "  ", Small with { Grey = 0.35 }), new(value, Small)]), Column);
        var start = LineBreaking.WidthOf(label + "  ", Small);
        return [new(LineToFill, 0, true, (document, canvas, x, y) =>
        {
            canvas.Text(document.Font(Face.Regular), Small.Size, x, y + 4, label, grey: 0.35);
            canvas.Line(x + start, y + 2, Column - start, 0.4, 0.35);
        })];
    }
}
