using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using LocalDiplomacy.Workflows.Secretariat.Actions;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>Whatever can happen has a plain sentence in the history in each language, which says who did it or what it is about.</summary>
public sealed class EverySentence
{
    private const string Actor = "‹actor›";

    private static readonly CaseNames names = new("‹office›", "‹mission›", "‹country›", "‹counterparty›", "‹matter›");

    /// <summary>Who acts without a name of their own, as the sentences call them.</summary>
    private static readonly Dictionary<string, string[]> bodies = new()
    {
        ["ko"] = ["협의회", "의회", "중앙 협의", "양측", "본국", "협약", "기한"],
        ["en"] = ["association", "council", "central review", "Both sides", "capital", "agreement", "variation", "deadline"],
        ["fr"] = ["association", "conseil", "consultation centrale", "deux parties", "capitale", "accord", "avenant", "délai"],
        ["es"] = ["asociación", "consejo", "consulta central", "Ambas partes", "capital", "acuerdo", "modificación", "plazo"],
    };

    public static TheoryData<string> Events() => [.. Invented.EventTypes.Select(type => type.Name)];

    [Theory, MemberData(nameof(Events))]
    public void Is_there_for_every_event(string name)
    {
        foreach (var happened in Invented.Of(Kind(name)).Where(CanHappen))
        {
            var said = Language.OfPages.Select(language => (Language: language, Sentence: Said(happened, language))).ToList();
            Assert.Distinct(said.Select(one => one.Sentence));
            Assert.All(said, one =>
            {
                Assert.DoesNotContain(name, one.Sentence, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\{\d|[a-z][A-Z][a-z]|^\s*$", one.Sentence);
                Assert.Matches(@"[.…)]$", one.Sentence);
                Assert.True(one.Sentence.Contains('‹', StringComparison.Ordinal) || bodies[one.Language.Code].Any(body => one.Sentence.Contains(body, StringComparison.OrdinalIgnoreCase)),
                    $"{name} names nobody and nothing in {one.Language}: {one.Sentence}");
            });
        }
    }

    [Fact]
    public void Tells_every_event_from_every_other() => Assert.All(Language.OfPages, language =>
        Assert.Distinct(Invented.EventTypes.Select(type => Said(Invented.Of(type).First(CanHappen), language))));

    /// <summary>What is chosen in an event is said by it: a reminder of the approval is none of the signing.</summary>
    [Theory]
    [InlineData(nameof(MouEvent.ReminderFellDue), 9), InlineData(nameof(MouEvent.FellOverdue), 9), InlineData(nameof(MouEvent.OrchestrationIntervened), 7)]
    [InlineData(nameof(MouEvent.CentralReviewAnswered), 3), InlineData(nameof(MouEvent.CommentAnswered), 3), InlineData(nameof(MouEvent.CouncilDecided), 2)]
    public void Says_which_of_its_choices_it_was(string name, int choices) => Assert.All(Language.OfPages, language =>
        Assert.True(Invented.Of(Kind(name)).Where(CanHappen).Select(happened => Said(happened, language)).Distinct().Count() >= choices));

    private static readonly string[] deeds = [.. OfficeActions.All.Concat(DeskActions.All).Select(action => action.Name).Distinct()];

    public static TheoryData<string> Deeds() => [.. deeds];

    [Theory, MemberData(nameof(Deeds))]
    public void Names_every_deed_and_says_what_it_means(string deed)
    {
        var (titles, meanings) = (Each($"Action.{deed}.Title"), Each($"Action.{deed}.Means"));
        Assert.Distinct(titles);
        Assert.Distinct(meanings);
        Assert.All(titles.Concat(meanings), words => Assert.DoesNotContain(deed.Contains('-', StringComparison.Ordinal) ? deed : "‹none›", words, StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_every_deed_and_every_refusal_from_every_other() => Assert.All(Language.OfPages, language =>
    {
        Assert.Distinct(deeds.Select(deed => Words.Of(language, $"Action.{deed}.Title")));
        Assert.Distinct(Enum.GetNames<Refusal>().Select(refusal => Words.Of(language, $"Refusals.{refusal}.Title")));
        Assert.All(Enum.GetNames<Refusal>(), refusal => Assert.DoesNotContain(refusal, Words.Of(language, $"Refusals.{refusal}.Title") + Words.Of(language, $"Refusals.{refusal}.Remedy"), StringComparison.Ordinal));
    });

    /// <summary>Choices that the lifecycle never makes: silence is recorded as an event of its own, and only who owes the next step is reminded.</summary>
    private static bool CanHappen(MouEvent happened) => happened switch
    {
        MouEvent.CentralReviewAnswered { Answer: CentralAnswer.Lapsed } => false,
        MouEvent.LinkedMouStarted { Kind: not (MouLinkKind.Variation or MouLinkKind.Subsidiary) } => false,
        MouEvent.Reminded { To: Recipient.Office or Recipient.Desk or Recipient.CentralDesk or Recipient.FormerOffice or Recipient.FormerReader } => false,
        _ => true,
    };

    private static Type Kind(string name) => Invented.EventTypes.Single(type => type.Name == name);

    private static string Said(MouEvent happened, Language language) =>
        EventSentences.Of(new(7, SampleCase.Start, new Actor.AssociationMember("p", Actor), happened), names, language);

    private static List<string> Each(string key) => [.. Language.OfPages.Select(language => Words.Of(language, key))];
}
