using LocalDiplomacy.Documents.Clauses;
using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Pdf;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Texts;

/// <summary>Sets a text for the side that keeps it: each language version on pages of its own, each with its signatures.</summary>
internal static class OriginalWriter
{
    private const double BeforeClause = 14;
    private static readonly Style Title = new(15, Face.Bold), Parties = new(11), Note = new(8.5, Grey: 0.35), Heading = new(11, Face.Bold), Body = new(10.5);

    public static byte[] Write(TextOriginal original, PdfSeal? seal)
    {
        var document = new PdfDocument();
        var flow = new Flow(document);
        var (keeper, other) = PartyOfText.Of(original);
        var counterparty = keeper.Side == Side.Counterparty ? keeper : other;
        var languages = Alternat.Languages(original.Text.Languages, original.For, counterparty.Signer?.Language);
        foreach (var language in languages)
        {
            flow.NewPage();
            foreach (var rows in Version(original, keeper, other, language)) flow.Put(rows);
        }

        Footer.PutOn(document, Words.Of(PageLanguage.Or(languages[0]), "Documents.TextFooter", original.Hash.Value));
        return document.Write(original.Text.Title.In(languages[0]), original.Hash.Value, languages[0], seal);
    }

    /// <summary>The last of what is put together holds the end of the text and the signatures: these never stand alone.</summary>
    private static IEnumerable<IReadOnlyList<Row>> Version(TextOriginal original, PartyOfText keeper, PartyOfText other, Language language)
    {
        string Ordered(string passage) => Alternat.Order(passage, keeper.Name.In(language), other.Name.In(language), language);
        IReadOnlyList<Row> last = Opening(original, keeper, other, language, Ordered);
        for (var i = 0; i < original.Text.Clauses.Count; i++)
        {
            yield return last;
            last = Clause(original, i, language, i == 0 ? Ordered : passage => passage);
        }

        var signatures = In("signers", () => SignatureBlock.Of(keeper, other, language));
        yield return [.. last.SkipLast(2), .. last.TakeLast(2).Select(row => row with { KeepsWithNext = true }), .. signatures];
        yield return In("witnesses", () => WitnessBlock.Of(keeper.Ceremony, language));
    }

    private static List<Row> Opening(TextOriginal original, PartyOfText keeper, PartyOfText other, Language language, Func<string, string> ordered)
    {
        string Say(string key, params object[] facts) => Words.Of(PageLanguage.Or(language), "Documents." + key, facts);
        var (first, second) = (keeper.Name.In(language), other.Name.In(language));
        return In(UnprintableTextException.Title(language), () => (List<Row>)
        [
            .. Rows(new(Say("OriginalFor", first), Note) { KeepsWithNext = true }),
            .. Rows(new(Say("OneText"), Note) { KeepsWithNext = true }),
            .. Rows(new(ordered(original.Text.Title.In(language)), Title) { Alignment = Alignment.Centre, Before = 26, KeepsWithNext = true }),
            .. Rows(new(Say("Between", first, second), Parties) { Alignment = Alignment.Centre, Before = 10, KeepsWithNext = true }),
            Row.Blank(10),
        ]);
    }

    private static List<Row> Clause(TextOriginal original, int i, Language language, Func<string, string> ordered)
    {
        var clause = original.Text.Clauses[i];
        var heading = In(UnprintableTextException.Clause(i + 1, "heading", language), () =>
            Rows(new($"{i + 1}. {clause.Heading.In(language)}".TrimEnd(), Heading) { Before = BeforeClause, KeepsWithNext = true }));
        var body = In(UnprintableTextException.Clause(i + 1, "body", language), () =>
            ClauseBody.Of(ordered(clause.Body.In(language)), Body).SelectMany(Rows).ToList());
        return [.. heading, .. body];
    }

    private static IReadOnlyList<Row> Rows(Paragraph paragraph) => Row.Of(paragraph, Flow.Width);

    private static T In<T>(string field, Func<T> set)
    {
        try
        {
            return set();
        }
        catch (MissingCharacterException missing)
        {
            throw new UnprintableTextException(missing.Character, field);
        }
    }
}
