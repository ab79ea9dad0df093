using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.Tests.OfficePortal;

/// <summary>Two people change one draft: what they changed apart is taken together, what both changed is for somebody to choose.</summary>
public sealed class TakingTwoDraftsTogether
{
    private static readonly DraftForm began = DraftFields.Of(SampleCase.Particulars, SampleTexts.First);

    [Fact]
    public void Other_clauses_and_other_languages_go_together()
    {
        var merge = Merge(Body(began, 0, "fr", "Leur texte."), Body(Body(began, 0, "ko", "우리 글."), 2, "en", "Our words."));

        Assert.Empty(merge.Differences);
        Assert.Equal(["clauses[0].body.fr"], merge.Taken);
        Assert.Equal(("Leur texte.", "우리 글.", "Our words."), (merge.Form.Clauses![0].Body!["fr"], merge.Form.Clauses[0].Body!["ko"], merge.Form.Clauses[2].Body!["en"]));
        Assert.Equal(began.Clauses![1].Body, merge.Form.Clauses[1].Body);
        Assert.False(merge.MovesClauses);
    }

    [Fact]
    public void The_same_clause_in_the_same_language_is_shown_twice_and_ones_own_stays()
    {
        var merge = Merge(Body(began, 0, "en", "Theirs."), Body(began, 0, "en", "Mine."));

        Assert.Equal([new("clauses[0].body.en", "Theirs.", "Mine.")], merge.Differences);
        Assert.Equal("Mine.", merge.Form.Clauses![0].Body!["en"]);
        Assert.Empty(merge.Taken);
    }

    [Fact]
    public void The_same_words_are_no_difference() =>
        Assert.Empty(Merge(Body(began, 0, "en", "Alike.\nTwice."), Body(began, 0, "en", "Alike.\r\nTwice. ")).Differences);

    [Fact]
    public void Everything_beside_the_clauses_goes_together_too()
    {
        var theirs = began with { Kind = "Sisterhood", Title = new(began.Title!) { ["en"] = "Their title" }, Fields = ["Sport"], Term = new("2027-01-01", 12, null, new(6, 1)), Budget = new(5000, "EUR") };
        var yours = began with { Counterparty = began.Counterparty! with { Country = "FR" }, Title = new(began.Title!) { ["ko"] = "우리 제목" }, MissionRole = "Witness", Signing = new("2027-02-01", new("Lee", "Governor"), null) };
        var merge = Merge(theirs, yours);

        Assert.Empty(merge.Differences);
        Assert.True(DraftComparison.IsSame(merge.Form, theirs with
        {
            Counterparty = yours.Counterparty,
            Title = new(theirs.Title!) { ["ko"] = "우리 제목" },
            MissionRole = "Witness",
            Signing = yours.Signing,
        }));
    }

    [Fact]
    public void A_list_that_both_changed_is_one_difference() =>
        Assert.Equal(["fields"], Merge(began with { Fields = ["Sport"] }, began with { Fields = ["Health"] }).Differences.Select(one => one.Field));

    [Fact]
    public void A_clause_that_one_added_finds_its_place_beside_what_the_other_wrote()
    {
        var merge = Merge(With(began, clauses => clauses.Insert(1, Clause("Added."))), Body(began, 2, "en", "Mine."));

        Assert.Empty(merge.Differences);
        Assert.True(merge.MovesClauses);
        Assert.Equal("Added.", merge.Form.Clauses![1].Body!["en"]);
        Assert.Equal("Mine.", merge.Form.Clauses[3].Body!["en"]);
        Assert.Equal(began.Clauses!.Count + 1, merge.Form.Clauses.Count);
    }

    [Fact]
    public void Where_the_reader_added_a_clause_the_others_words_find_theirs()
    {
        var merge = Merge(Body(began, 2, "en", "Theirs."), With(began, clauses => clauses.Insert(0, Clause("Mine."))));

        Assert.Empty(merge.Differences);
        Assert.False(merge.MovesClauses);
        Assert.Equal(["clauses[3].body.en"], merge.Taken);
        Assert.Equal(("Mine.", "Theirs."), (merge.Form.Clauses![0].Body!["en"], merge.Form.Clauses[3].Body!["en"]));
    }

    [Fact]
    public void A_clause_that_one_took_out_goes_unless_the_other_changed_it()
    {
        var without = With(began, clauses => clauses.RemoveAt(1));
        Assert.Equal(began.Clauses!.Count - 1, Merge(without, Body(began, 0, "en", "Mine.")).Form.Clauses!.Count);
        Assert.Equal(began.Clauses.Count - 1, Merge(Body(began, 0, "en", "Theirs."), without).Form.Clauses!.Count);

        var (theirs, mine) = (Merge(without, Body(began, 1, "en", "Mine.")), Merge(Body(began, 1, "en", "Theirs."), without));
        Assert.Equal(("Mine.", "Theirs."), (theirs.Form.Clauses![1].Body!["en"], mine.Form.Clauses![1].Body!["en"]));
        Assert.Null(Assert.Single(theirs.Differences).Saved);
        Assert.Null(Assert.Single(mine.Differences).Yours);
        Assert.True(mine.MovesClauses);
    }

    [Fact]
    public void Where_both_added_clauses_nothing_is_mixed_up()
    {
        var (theirs, yours) = (With(began, clauses => clauses.Insert(0, Clause("Theirs."))), With(began, clauses => clauses.Add(Clause("Mine."))));
        var merge = Merge(theirs, yours);

        Assert.Equal(yours.Clauses!.Select(ClauseText), merge.Form.Clauses!.Select(ClauseText));
        Assert.NotEmpty(merge.Differences);
    }

    [Fact]
    public void Clauses_written_anew_in_every_language_are_still_the_same_clauses()
    {
        DraftForm Anew(string words) => With(began, clauses => clauses[1] = new(new() { ["ko"] = words, ["en"] = words, ["fr"] = words }, new() { ["ko"] = words, ["en"] = words, ["fr"] = words }));
        Assert.Equal(6, Merge(Anew("Theirs"), Anew("Mine")).Differences.Count);
        Assert.Equal(6, Merge(Anew("Theirs"), Body(began, 0, "en", "Mine.")).Taken.Count);
    }

    [Fact]
    public void What_began_it_travels_as_marks_and_holds_no_words()
    {
        var written = DraftBase.Of(began).ToString();
        Assert.DoesNotContain("Libreville", written, StringComparison.Ordinal);
        Assert.Equal(written, DraftBase.Read(written)!.ToString());
        Assert.All(new[] { null, "", "title.en", "a=b a=b", "=x", new string('x', 200_000) }, bad => Assert.Null(DraftBase.Read(bad)));
    }

    /// <summary>Whatever two people do, no word of either is lost: it is in the form or shown beside it.</summary>
    [Fact]
    public void Nothing_is_lost_whatever_both_do()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var (theirs, yours) = (Changed(new Random(seed), "theirs"), Changed(new Random(seed * 31 + 7), "yours"));
            var merge = Merge(theirs, yours);
            var seen = string.Join('\n', merge.Form.Clauses!.Select(ClauseText).Concat(merge.Differences.SelectMany(one => new[] { one.Saved, one.Yours })));
            foreach (var word in Typed(theirs, "theirs").Concat(Typed(yours, "yours"))) Assert.True(seen.Contains(word, StringComparison.Ordinal), $"seed {seed} lost {word}");
        }
    }

    private static DraftForm Changed(Random random, string who) => With(began, clauses =>
    {
        for (var i = 0; i < random.Next(1, 5); i++)
        {
            var place = random.Next(clauses.Count);
            if (random.Next(6) is var deed && deed == 0) clauses.Insert(place, Clause($"‹{who}-{i}›"));
            else if (deed == 1 && clauses.Count > 1) clauses.RemoveAt(place);
            else clauses[place] = clauses[place] with { Body = new(clauses[place].Body!) { [random.Next(2) == 0 ? "en" : "ko"] = $"‹{who}-{i}›" } };
        }
    });

    private static IEnumerable<string> Typed(DraftForm form, string who) =>
        form.Clauses!.SelectMany(clause => clause.Body!.Values).Where(text => text.StartsWith($"‹{who}", StringComparison.Ordinal)).Distinct();

    private static DraftMerge Merge(DraftForm theirs, DraftForm yours) => DraftMerge.Of(DraftBase.Read(DraftBase.Of(began).ToString())!, theirs, yours);

    private static DraftForm Body(DraftForm form, int place, string language, string words) =>
        With(form, clauses => clauses[place] = clauses[place] with { Body = new(clauses[place].Body!) { [language] = words } });

    private static DraftForm With(DraftForm form, Action<List<ClauseForm>> change)
    {
        List<ClauseForm> clauses = [.. form.Clauses!];
        change(clauses);
        return form with { Clauses = clauses };
    }

    private static ClauseForm Clause(string words) => new(new() { ["en"] = $"Heading of {words}" }, new() { ["en"] = words });

    private static string ClauseText(ClauseForm clause) => string.Join('\n', clause.Heading!.Values.Concat(clause.Body!.Values));
}
