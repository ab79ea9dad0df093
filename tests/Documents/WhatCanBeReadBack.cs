using System.Globalization;
using System.Text.RegularExpressions;
using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Tests.Samples;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Documents.Tests;

public sealed partial class WhatCanBeReadBack
{
    private static readonly DocumentWriter Writer = Writers.Plain;

    [PopplerTheory]
    [InlineData(Side.LocalGovernment)]
    [InlineData(Side.Counterparty)]
    public async Task Every_word_of_every_language_is_in_the_file(Side side)
    {
        var read = Joined(await Poppler.TextAsync(Writer.Write(SampleDocuments.Signed(side)), "-raw"));

        foreach (var clause in SampleDocuments.Text.Clauses.Skip(1))
            foreach (var language in SampleDocuments.Text.Languages)
            {
                Assert.Contains(Joined(clause.Heading.In(language)), read, StringComparison.Ordinal);
                foreach (var word in Marks().Replace(clause.Body.In(language), "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                    Assert.Contains(word, read, StringComparison.Ordinal);
            }

        foreach (var name in new[] { SampleDocuments.Governor.Name, SampleDocuments.Mayor.Name, SampleDocuments.Mayor.Office, SampleDocuments.Hash.Value })
            Assert.All(name.Split(' '), word => Assert.Contains(word, read, StringComparison.Ordinal));
    }

    [PopplerFact]
    public async Task Each_original_names_its_keeper_first_and_puts_its_language_first()
    {
        var office = await PagesAsync(SampleDocuments.Unsigned(Side.LocalGovernment));
        var city = await PagesAsync(SampleDocuments.Signed(Side.Counterparty));

        Assert.Contains("경상북도와 리브르빌시 간 우호협력에 관한 양해각서", office[0], StringComparison.Ordinal);
        Assert.Contains("entre la Ville de Libreville et Gyeongsangbuk-do", Joined(city[0]), StringComparison.Ordinal);
        Assert.Contains("La Ville de Libreville et Gyeongsangbuk-do (les « participants »)", Joined(city[0]), StringComparison.Ordinal);
        Assert.Contains(city, page => page.Contains("리브르빌시와 경상북도 간 우호협력에 관한 양해각서", StringComparison.Ordinal));
        Assert.Contains(city, page => Joined(page).Contains("between the City of Libreville and Gyeongsangbuk-do", StringComparison.Ordinal));
        Assert.All(office.SkipLast(1), page => Assert.Contains(SampleDocuments.Hash.Value, page, StringComparison.Ordinal));
        Assert.All(city.SkipLast(1), page => Assert.Contains(SampleDocuments.Hash.Value, page, StringComparison.Ordinal));
        var signatures = city.First(page => page.Contains("Pour la Ville", StringComparison.Ordinal));
        Assert.True(signatures.IndexOf("Pour la Ville", StringComparison.Ordinal) < signatures.IndexOf("Pour Gyeongsangbuk-do", StringComparison.Ordinal));
    }

    [PopplerFact]
    public async Task Nothing_stands_outside_the_margins_however_long_the_names_are()
    {
        var endless = new string('가', 300) + " " + new string('W', 200) + " Ÿçœ–" + new string('x', 300);
        var text = new MouText([Language.Korean, Language.English], LocalizedText.Of((Language.Korean, endless), (Language.English, endless)),
            [new(LocalizedText.Of((Language.Korean, endless), (Language.English, endless)), LocalizedText.Of((Language.Korean, $"- {endless}\n\n> {endless}"), (Language.English, $"1. {endless}\n   - {endless}")))]);
        var original = SampleDocuments.Of(text);
        var long_ = original with { Mou = original.Mou with { Particulars = original.Mou.Particulars with { Counterparty = new(LocalizedText.Of((Language.Korean, endless)), "GA", LocalizedText.Empty) } } };

        foreach (var pdf in new[] { Writer.Write(long_), Writer.Write(SampleDocuments.Signed(Side.Counterparty)), Writer.Write(SampleDocuments.Record(Language.French)) })
            Assert.All(Boxes(await Poppler.BoxesAsync(pdf)), box => Assert.True(
                box.Left >= Flow.Margin - 0.5 && box.Right <= Flow.Margin + Flow.Width + 0.5, $"{box.Left}–{box.Right}"));
    }

    [PopplerFact]
    public async Task The_two_signature_columns_never_meet()
    {
        var signed = SampleDocuments.Signed(Side.LocalGovernment);

        var pages = (await Poppler.BoxesAsync(Writer.Write(signed))).Split("<page ");
        var boxes = Boxes(pages.First(page => page.Contains(">Eugène-Barthélémy<", StringComparison.Ordinal))).ToList();

        var middle = Flow.Margin + Flow.Width / 2;
        Assert.Contains(boxes, box => box.Left > middle);
        var name = boxes.First(box => box.Word == "Eugène-Barthélémy");
        Assert.True(name.Left > middle, "the counterparty signs on the right of the local government's original");
        Assert.DoesNotContain(boxes.Where(box => Math.Abs(box.Top - name.Top) < 40), box => box.Left < middle - 12 && box.Right > middle - 12);
    }

    [PopplerTheory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    public async Task A_signature_block_stays_whole_with_the_end_of_the_text_above_it(int clauses)
    {
        var text = SampleDocuments.Text;
        var longer = text with { Clauses = [.. Enumerable.Range(0, clauses).Select(_ => text.Clauses[3])] };

        foreach (var page in (await PagesAsync(SampleDocuments.Of(longer))).Where(page => page.Contains("For Gyeongsangbuk-do", StringComparison.Ordinal)))
        {
            Assert.Contains("consultation.", page, StringComparison.Ordinal);
            Assert.Equal(2, Regex.Count(page, @"\bPlace\b"));
        }
    }

    [PopplerTheory]
    [InlineData(Side.LocalGovernment)]
    [InlineData(Side.Counterparty)]
    public async Task Chinese_and_Japanese_are_read_back_word_for_word(Side side)
    {
        var read = Joined(await Poppler.TextAsync(Writer.Write(ChineseDocuments.Original(side)), "-raw")).Replace(" ", "", StringComparison.Ordinal);

        Assert.Empty(Writer.Missing(ChineseDocuments.Text));
        foreach (var clause in ChineseDocuments.Text.Clauses)
            foreach (var language in ChineseDocuments.Text.Languages)
                foreach (var line in Marks().Replace(clause.Body.In(language), "").Replace("> ", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    Assert.Contains(line.Replace(" ", "", StringComparison.Ordinal), read, StringComparison.Ordinal);
        Assert.Contains("陕西省", read, StringComparison.Ordinal);
    }

    [PopplerFact]
    public async Task Every_witness_has_a_place_to_sign_and_no_pair_is_cut()
    {
        foreach (var count in new[] { 1, 2, 5 })
        {
            var paper = PaperDocuments.Original(Side.Counterparty, count);
            var witnesses = ((SigningMode.OnPaper)((Stage.Signing)paper.Mou.Stage).Mode).Ceremony.Witnesses;

            var read = Joined(await Poppler.TextAsync(Writer.Write(paper), "-raw"));

            foreach (var witness in witnesses)
                Assert.All(witness.Name.Split(' '), word => Assert.Equal(3, Regex.Count(read, Regex.Escape(word))));
            Assert.Equal((1, 1, 1), (Regex.Count(read, "입회인"), Regex.Count(read, "In the presence of"), Regex.Count(read, "En présence de")));
        }
    }

    [PopplerFact]
    public async Task After_the_ceremony_its_place_its_witnesses_and_the_letter_of_authority_stay_in_the_original()
    {
        var signed = PaperDocuments.Signed(Side.Counterparty, 2);

        var read = Joined(await Poppler.TextAsync(Writer.Write(signed.Original), "-raw"));
        var record = Joined(await Poppler.TextAsync(Writer.Write(signed.Record), "-raw"));

        Assert.Equal((3, 3), (Regex.Count(read, "Lettre de pleins"), Regex.Count(read, "박성수")));
        Assert.Equal(6, Regex.Count(read, "화백당"));
        Assert.Contains("14:30", record, StringComparison.Ordinal);
        Assert.Contains("pleins pouvoirs n° 12", record, StringComparison.Ordinal);
        Assert.Contains("박성수, 경상북도 국제관계대사", record, StringComparison.Ordinal);
    }

    [PopplerFact]
    public async Task A_letter_that_no_font_has_stands_in_the_record_by_its_number()
    {
        var read = Joined(await Poppler.TextAsync(Writer.Write(SampleDocuments.RecordWith("กข and 👍, else yes.")), "-raw"));

        Assert.Contains("“[U+0E01][U+0E02] and [U+1F44D], else yes.”", read, StringComparison.Ordinal);
    }

    [PopplerFact]
    public async Task The_record_tells_every_event_in_the_readers_language_and_ends_in_the_chains_head()
    {
        var record = SampleDocuments.Record(Language.Spanish);

        var read = Joined(await Poppler.TextAsync(Writer.Write(record), "-raw"));

        Assert.Equal(record.Events.Count, Regex.Count(read, @"\b[0-9a-f]{16}\b"));
        Assert.True(Regex.Count(read, record.Chain[^1].Hash.Value) >= 2);
        Assert.True(Regex.Count(read, SampleDocuments.Hash.Value) >= 6);
        Assert.Contains("“Clause 2 : tous les deux ans plutôt que chaque année.”", read, StringComparison.Ordinal);
    }

    [PopplerTheory]
    [InlineData("ąćęłńóśźż ěščřžýáíéúůďťň ğışİçö șțăâî äöüßẞ ðþæ œŒ ÿŸ")]
    [InlineData("Thỏa thuận hợp tác hữu nghị giữa thành phố ĐđƯưỚờỆ")]
    [InlineData("Меморандум о взаимопонимании, Өө Үү Монгол улс")]
    [InlineData("Μνημόνιο συνεργασίας, Oʻzbekiston Respublikasi")]
    [InlineData("慶尙北道 陕西省 東京都 臺灣 「覚書」 ソウル ヴェ ㄅㄆ ，。、")]
    [InlineData("뷁 쀍 힣 가갉각 ㈜ ㎡ ① ※ ○ □ 「」 『』 · … — € ₩ №")]
    public async Task Letters_of_many_languages_are_read_back_as_they_were_written(string letters)
    {
        var read = await Poppler.TextAsync(Writer.Write(SampleDocuments.Of(TextWith(letters))), "-raw");

        Assert.Contains(letters, Joined(read), StringComparison.Ordinal);
    }

    private static MouText TextWith(string letters) => new(
        [Language.Korean], LocalizedText.Of((Language.Korean, "제목")), [new(LocalizedText.Of((Language.Korean, "목적")), LocalizedText.Of((Language.Korean, letters)))]);

    private static async Task<IReadOnlyList<string>> PagesAsync(TextOriginal original) => (await Poppler.TextAsync(Writer.Write(original))).Split('\f');

    private static string Joined(string text) => Blanks().Replace(text, " ");

    private static IEnumerable<(double Left, double Right, double Top, string Word)> Boxes(string xml) => Box().Matches(xml).Select(match => (
        Number(match, "left"), Number(match, "right"), Number(match, "top"), match.Groups["word"].Value));

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<word xMin="(?<left>[\d.-]+)" yMin="(?<top>[\d.-]+)" xMax="(?<right>[\d.-]+)" yMax="[\d.-]+">(?<word>[^<]*)""")]
    private static partial Regex Box();

    [GeneratedRegex(@"[ \n\f]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\*|^\s*-\s|^\s*\d\.\s", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
