using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using LocalDiplomacy.Workflows.Texts;
using static LocalDiplomacy.Workflows.Lifecycle.Language;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Texts;

/// <summary>One text in three languages through four rounds: every comment, answer, decision and signature names the text it was about.</summary>
public sealed class FourRounds : IAsyncLifetime
{
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    private static readonly MouText[] Rounds =
    [
        Text("양 참여기관은 해마다 대표단을 교환한다.", "The participants exchange delegations every year.", "Les participants échangent des délégations chaque année."),
        Text("양 참여기관이 2년마다 대표단을 교환한다.", "The participants exchange delegations every two years.", "Les participants échangent des délégations tous les deux ans."),
        Text("양 참여기관이 2년마다 번갈아 대표단을 교환한다.", "The participants exchange delegations every two years, in turn.", "Les participants échangent des délégations tous les deux ans, à tour de rôle."),
        Text("양 참여기관이 2년마다 번갈아 대표단을 교환하며 비용은 각자 부담한다.", "The participants exchange delegations every two years, in turn, each at its own cost.", "Les participants échangent des délégations tous les deux ans, à tour de rôle, chacun à ses frais."),
    ];

    [Fact]
    public async Task Every_decision_is_bound_to_the_text_that_it_was_about()
    {
        var store = _association.Get<TextStore>();
        var hashes = new List<TextHash>();
        foreach (var text in Rounds) hashes.Add(await store.SaveAsync(text));
        var particulars = Sample.Friendship with { Languages = [Korean, English, French] };
        var mou = await _association.DoAsync(MouCases.IdFor("tests", "four-rounds"), Sample.Create with { Text = hashes[0], Particulars = particulars });
        for (var round = 1; round <= 4; round++)
        {
            var text = hashes[round - 1];
            if (round > 1) await _association.DoAsync(mou.Id, new ReplaceDraft(particulars, text));
            await _association.DoAsync(mou.Id, Sample.Submit with { Text = text });
            if (round == 4) break;
            await _association.DoAsync(mou.Id, new CommentOnClause(round, text, "Marie Obame", 1, French, "Trop court.", Rounds[round].Clauses[0].Body.In(French)));
            await _association.DoAsync(mou.Id, new RequestChanges(round, text, "Marie Obame", "Paragraphe 1.", true));
            await _association.DoAsync(mou.Id, new AnswerComment(round, CommentVerdict.AcceptedOtherwise, "In all three languages."));
        }

        await _association.DoAsync(mou.Id, new AcceptText(4, hashes[3], "Marie Obame"));
        await _association.DoAsync(mou.Id, Sample.OpenSigning with { Text = hashes[3] });
        await _association.DoAsync(mou.Id, Sample.GovernorSigns with { Text = hashes[3] });
        mou = await _association.DoAsync(mou.Id, Sample.MayorSigns with { Text = hashes[3] });

        Assert.Equal(4, hashes.Distinct().Count());
        Assert.Equal(hashes, mou.Rounds.Select(round => round.Text));
        Assert.Equal(hashes[3], mou.Stage.Given!.Text);
        await EveryDecisionNamesItsTextAsync(mou.Id, hashes);
        foreach (var (text, hash) in Rounds.Zip(hashes)) Assert.Equal(hash, CanonicalText.HashOf((await store.FindAsync(hash))! with { Languages = [.. text.Languages.Reverse()] }));
    }

    private async Task EveryDecisionNamesItsTextAsync(MouId id, List<TextHash> hashes)
    {
        var chain = await _association.Get<CasePartition>().ChainAsync(id, int.MaxValue, CancellationToken.None);
        var decided = chain.Select(DecidedText.Of).OfType<DecidedText>().ToList();
        string[] ofRound = ["mou.draft-submitted.v1", "mou.clause-commented.v1", "mou.changes-requested.v1", "mou.comment-answered.v1"];
        for (var round = 0; round < 3; round++)
            Assert.Equal(ofRound, decided.Where(one => one.Text == hashes[round]).Select(one => one.Type));
        Assert.Equal(
            ["mou.draft-submitted.v1", "mou.text-accepted.v1", "mou.signing-opened.v1", "mou.text-signed.v1", "mou.text-signed.v1"],
            decided.Where(one => one.Text == hashes[3]).Select(one => one.Type));

        var comments = ClauseComments.Of(await _association.Cases.HistoryAsync(id));
        Assert.Equal([(1, hashes[0]), (2, hashes[1]), (3, hashes[2])], comments.Select(comment => (comment.Round, comment.Text)));
        Assert.All(comments, comment => Assert.Equal(CommentVerdict.AcceptedOtherwise, comment.Answer!.Verdict));
    }

    [Fact]
    public void Between_rounds_each_language_shows_its_own_words_and_Korean_its_syllables()
    {
        var change = Assert.Single(TextDifference.Between(Rounds[0], Rounds[1]));

        Assert.Equal("양 참여기관[-은-][+이+] [-해-][+2년+]마다 대표단을 교환한다.", Show(change, Korean));
        Assert.Equal("The participants exchange delegations every [-year-][+two years+].", Show(change, English));
        Assert.Equal("Les participants échangent des délégations [-chaque-][+tous les deux+] [-année-][+ans+].", Show(change, French));
        Assert.All(Rounds.Zip(Rounds.Skip(1)), pair => Assert.All(Assert.Single(TextDifference.Between(pair.First, pair.Second)).Versions.Values, version => Assert.True(version.IsChanged)));
    }

    private static string Show(ClauseDifference clause, Language language) => string.Concat(clause.Versions[language].Body.Select(part => part.Change switch
    {
        Change.Inserted => $"[+{part.Text}+]",
        Change.Removed => $"[-{part.Text}-]",
        _ => part.Text,
    }));

    private static MouText Text(string ko, string en, string fr) => new(
        [Korean, English, French], LocalizedText.Of((Korean, "양해각서"), (English, "Memorandum"), (French, "Mémorandum")),
        [new(LocalizedText.Of((Korean, "교류"), (English, "Exchange"), (French, "Échanges")), LocalizedText.Of((Korean, ko), (English, en), (French, fr)))]);
}
