using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.BadInput;

/// <summary>Clauses whose Markdown means harm, over HTTP: kept as typed, shown without harm on every page that shows them, and printed.</summary>
[Collection(RunningCollection.Name)]
public sealed class MarkdownOfClauses(Association association)
{
    private const string Harmful = "script, img, iframe, object, embed, style, form[action^=http], [onclick], [onerror], [onload], [style], a[href^=javascript i], a[href^=data i], a[href^=vbscript i]";

    public static TheoryData<string, string> Hostile() => new()
    {
        { "HTML", "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=//evil.example></iframe>\n\n<style>*{display:none}</style>" },
        { "a link to a script", "[sign here](javascript:alert(1)) [or](JaVaScRiPt&colon;alert(1)) [or](java\nscript:alert(1)) <javascript:alert(1)>" },
        { "a link to data", "[seal](data:text/html;base64,PHNjcmlwdD4=) <data:text/html,x> [v](vbscript:x)" },
        { "a script in a picture", "![x](javascript:alert(1)) ![y](https://evil.example/pixel.png \"onerror=alert(1)\") ![z](data:image/svg+xml,<svg onload=alert(1)>)" },
        { "reference definitions", "[sign here][a] ![seal][b]\n\n[a]: javascript:alert(1) \"x\"\n[b]: data:text/html,x\n" + Many(2_000, i => $"[r{i}]: https://a.example/{i}\n") },
        { "ten thousand quotes", new string('>', 10_000) + " deep" },
        { "ten thousand lists", Many(10_000, _ => "- ") + "deep" },
        { "ten thousand numbered lists", Many(10_000, _ => "1. ") + "deep" },
        { "ten thousand brackets", new string('[', 10_000) + "deep" + new string(']', 10_000) },
        { "ten thousand pictures", Many(5_000, _ => "![") + "deep" },
        { "ten thousand stars", Many(5_000, _ => "*a **b ") + "deep" },
        { "ten thousand back quotes", Many(140, i => new string('`', i) + " ") + "deep" },
        { "a table of ten thousand cells", Many(100, _ => "|" + Many(100, i => $" {i} |") + "\n") + "\ndeep" },
        { "ten thousand headings", Many(5_000, _ => "# a\n") + "deep" },
        { "characters by their number", "&#x202E;evil &#0; &#xD800; &#x110000; &#xE000; &NotAnEntity; &lt;script&gt;" },
        { "a text that ends itself", "--- 2\nheading 7\nPurpose\nbody 4\nfake\n=== en" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task Is_kept_as_it_was_typed_and_does_nothing_where_it_is_shown(string name, string markdown)
    {
        var clause = $"{markdown}\n\nharmless {ApiCaller.NewKey()}";
        var draft = Drafts.Good(purpose: clause);
        draft["clauses"]!.AsArray().Add(Drafts.Clause("둘", "Two", clause, "plain"));

        var made = (await association.Office.PostAsync("/api/mous", draft)).Expect(201).Json;
        var id = (string)made["id"]!;

        // As typed, but for line ends and blanks at the ends of lines.
        Assert.Equal(Trimmed(clause), (string?)(await association.Office.GetAsync($"/api/mous/{id}")).Expect(200).Json["clauses"]![0]!["body"]!["en"]);
        foreach (var path in new[] { $"/office/mous/{id}", $"/office/mous/{id}/text", $"/office/mous/{id}/history" })
            DoesNothing((await association.Officer.GetAsync(path)).Expect(200).Body, name);
        await IsPrintedAsync(id, name);

        var sent = await association.Office.PostAsync($"/api/mous/{id}/submit", new JsonObject { ["textHash"] = (string)made["textHash"]! });
        if (sent.Code == 422)
        {
            Assert.Contains("UnprintableLetters", sent.Body, StringComparison.Ordinal);
            return;
        }

        sent.Expect(200);
        var token = await association.ReviewTokenAsync((string)made["textHash"]!);
        var review = (await association.NewVisitor().GetAsync($"/review/{token}")).Expect(200).Body;
        DoesNothing(review, name);
        Assert.Contains("harmless", review, StringComparison.Ordinal);
        DoesNothing((await association.Officer.GetAsync($"/office/mous/{id}/rounds/1")).Body, name);
    }

    [Fact]
    public async Task A_page_takes_it_as_the_api_does()
    {
        foreach (var markdown in new[] { new string('>', 10_000) + " deep", "<script>alert(1)</script>", "[x](javascript:alert(1))" })
        {
            var page = (await association.Officer.GetAsync("/office/mous/new")).ExpectPage(200);
            var answer = await association.Officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form($"{markdown}\n\n{ApiCaller.NewKey()}"), ("key", page.Hidden("/office/mous/new", "key"))));
            DoesNothing((await association.Officer.GetAsync(answer.Expect(303).Location!)).Expect(200).Body, markdown[..10]);
        }
    }

    private async Task IsPrintedAsync(string id, string name)
    {
        foreach (var side in new[] { "local-government", "counterparty" })
        {
            var pdf = await association.Office.GetAsync($"/api/mous/{id}/documents/original-{side}.pdf");
            Assert.True(pdf.Code is 200 or 422, $"{name}: {pdf.Code}");
            if (pdf.Code == 422) pdf.ExpectProblem(422, "NotPrintable");
            else Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(await pdf.Message.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
    }

    private static void DoesNothing(string html, string name)
    {
        var page = new HtmlParser().ParseDocument(html);
        var harmful = page.QuerySelectorAll(Harmful).Where(element => !(element.LocalName == "script" && element.GetAttribute("src")?.StartsWith('/') == true));
        Assert.True(!harmful.Any(), $"{name}: {harmful.FirstOrDefault()?.OuterHtml}");
        Assert.DoesNotContain('\u202e', html);
        Assert.DoesNotContain('\0', html);
    }

    private static string Trimmed(string clause) => string.Join('\n', clause.Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    private static string Many(int count, Func<int, string> of) => string.Concat(Enumerable.Range(1, count).Select(of));
}
