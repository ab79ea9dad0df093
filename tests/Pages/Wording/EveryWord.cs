using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Faults;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>What holds for the words in the resources.</summary>
public sealed partial class EveryWord
{
    /// <summary>Words that are the same in more than one language, and rightly so.</summary>
    private static readonly string[] sameInEnglish =
    [
        "Site.Name", "Dates.Long", "Dates.WithWeekday", "Dates.Short", "Terms.Label", "Terms.Field.Administration", "Terms.Field.Sport",
        "Terms.ClauseNumber", "Terms.Orchestration", "Terms.Pages", "Draft.Clauses", "Fields.Name.clauses", "Fields.Name.code", "Mail.Name.Code", "Documents.Signature",
        "Reference.Region.EUROPE", "Scans.Megabytes", "ContactMail.Mission", "Register.Central.Objection",
    ];

    private static readonly Assembly pages = typeof(Words).Assembly;

    private static readonly string[] areas =
        [.. pages.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)).Select(name => name.Split('.')[^2])];

    public static TheoryData<string> Areas() => [.. areas];

    [Theory, MemberData(nameof(Areas))]
    public void Is_there_in_four_languages(string area)
    {
        var english = WordsIn(area, "");
        Assert.NotEmpty(english);
        foreach (var language in new[] { "ko", "fr", "es" })
        {
            var translated = WordsIn(area, language);
            Assert.Empty(english.Keys.Except(translated.Keys));
            Assert.Empty(translated.Keys.Except(english.Keys));
            Assert.All(translated, pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), $"{area}.{pair.Key} says nothing in {language}"));
        }
    }

    [Theory, MemberData(nameof(Areas))]
    public void Was_translated(string area)
    {
        var english = WordsIn(area, "");
        foreach (var language in new[] { "ko", "fr", "es" })
            Assert.All(WordsIn(area, language).Where(pair => !sameInEnglish.Contains($"{area}.{pair.Key}")), pair =>
            {
                Assert.True(!HasLetters(pair.Value) || pair.Value != english[pair.Key], $"{area}.{pair.Key} is English in {language}: {pair.Value}");
                Assert.False(EnglishWords().IsMatch(Placeholders().Replace(pair.Value, "")), $"{area}.{pair.Key} has English left in {language}: {pair.Value}");
            });
        Assert.All(WordsIn(area, "ko").Where(pair => HasLetters(Placeholders().Replace(pair.Value, "")) && pair.Key != "Name" && area != "Dates"), pair =>
            Assert.Matches("[가-힣]", pair.Value));
    }

    [Theory, MemberData(nameof(Areas))]
    public void Names_the_same_facts_in_each_language(string area)
    {
        var english = WordsIn(area, "");
        foreach (var language in new[] { "ko", "fr", "es" })
            Assert.All(WordsIn(area, language), pair =>
                Assert.Equal(Facts(english[pair.Key]), Facts(pair.Value)));
    }

    [Fact]
    public void Is_calm_and_says_no_click_here()
    {
        foreach (var area in areas)
            foreach (var language in new[] { "", "ko", "fr", "es" })
                Assert.All(WordsIn(area, language).Values, words => Assert.DoesNotMatch("!|[Cc]lick here|[Oo]ops", words));
    }

    [Fact]
    public void Stands_for_every_name_that_the_program_can_say()
    {
        string[] keys =
        [
            .. Enum.GetNames<StageName>().Select(name => $"Terms.Stage.{name}"), .. Enum.GetNames<MouKind>().SelectMany(name => new[] { $"Terms.Kind.{name}", $"Review.Matter.{name}", $"Signing.Matter.{name}" }),
            .. Enum.GetNames<CooperationField>().Select(name => $"Terms.Field.{name}"), .. Enum.GetNames<WaitedOn>().Select(name => $"Terms.WaitedOn.{name}"),
            .. Enum.GetNames<ReviewChoice>().SelectMany(name => new[] { $"Terms.Outcome.{name}", $"Review.Over.{name}" }), .. Enum.GetNames<MailState>().Select(name => $"Terms.Mail.{name}"),
            .. Enum.GetNames<MailKind>().Select(name => $"Mail.Name.{name}"), .. Enum.GetNames<Nearness>().Select(name => $"Dates.Nearness.{name}"),
            .. Enum.GetNames<Refusal>().SelectMany(name => new[] { $"Refusals.{name}.Title", $"Refusals.{name}.Remedy" }),
            .. Enum.GetNames<ScreeningRule>().SelectMany(name => new[] { $"Screening.{name}.Title", $"Screening.{name}.Remedy" }), .. Enum.GetNames<Gravity>().Select(name => $"Screening.Gravity.{name}"),
            .. Enum.GetNames<FaultKind>().SelectMany(name => new[] { $"Faults.{name}.Title", $"Faults.{name}.Remedy" }),
            .. Enum.GetNames<DayStanding>().Select(name => name is nameof(DayStanding.EndMoved) ? "Counting.Day.MovedOn" : $"Counting.Day.{name}"),
            .. Enum.GetNames<PeriodUnit>().SelectMany(name => new[] { $"Counting.Length.{name}.One", $"Counting.Length.{name}.Many" }), .. Enum.GetNames<ExtendedBy>().Select(name => $"Counting.Extended.{name}"),
            .. Enum.GetNames<StartCause>().SelectMany(name => new[] { $"Counting.Start.{name}", $"Counting.Restarted.{name}" }),
            .. Enum.GetNames<LocalGovernmentType>().Select(name => $"Reference.Type.{name}"), .. Regions.All.Select(name => $"Reference.Region.{name}"),
            .. typeof(ReferenceChange).GetNestedTypes().Select(type => $"Reference.Did.{type.Name}"),
            .. Enum.GetNames<RegisterStatus>().Select(name => $"Register.Status.{name}"), .. Enum.GetNames<RegisterCause>().Select(name => $"Register.Cause.{name}"),
            .. Enum.GetNames<LineOutcome>().Select(name => $"Register.Outcome.{name}"), .. Enum.GetNames<MouLinkKind>().Select(name => $"Register.Link.{name}"),
            .. Enum.GetNames<EmbassyRole>().Select(name => $"Register.Role.{name}"), .. Enum.GetNames<CentralAnswer>().Select(name => $"Register.Central.{name}"),
            .. Enum.GetNames<OpeningKind>().Select(name => $"Openings.{name}"), .. Enum.GetNames<NotKept>().Select(name => $"Messages.NotKept.{name}"),
            .. Enum.GetNames<MessageKind>().SelectMany(name => new[] { $"Messages.Kind.{name}", $"Mail.Message.{name}.Subject", $"Mail.Message.{name}.Lead", $"Mail.Message.{name}.Body", $"Mail.Message.{name}.Desk" }),
            .. Enum.GetNames<AlertKind>().SelectMany(name => new[] { $"Alerts.Kind.{name}", $"Alerts.Count.{name}.One", $"Alerts.Count.{name}.Many", $"Alerts.Means.{name}", $"Alerts.Do.{name}" }),
            .. Enum.GetNames<AlertEnd>().Select(name => $"Alerts.End.{name}"),
            .. Enum.GetNames<PersonRole>().Select(name => $"People.Role.{name}"), .. Enum.GetNames<PersonDeed>().Select(name => $"People.Did.{name}"), .. Enum.GetNames<SignInDeed>().Select(name => $"People.SignIn.{name}"),
            .. Enum.GetNames<FieldFault>().Select(name => $"Fields.Fault.{name}"),
            .. Enum.GetNames<EmbassyRole>().Select(name => $"Review.Role.{name}"), .. Enum.GetNames<CentralAnswer>().SelectMany(name => new[] { $"Central.Answer.{name}", $"Central.Over.{name}" }),
            .. Enum.GetNames<Reminder>().SelectMany(name => new[] { $"History.ReminderFellDue.{name}", $"History.FellOverdue.{name}" }),
        ];
        foreach (var language in Language.OfPages)
            Assert.All(keys, key => Assert.NotEmpty(Words.Find(language, key) ?? throw new InvalidOperationException(key)));
    }

    [Fact]
    public void Throws_when_it_is_missing() => Assert.Throws<InvalidOperationException>(() => Words.Of(Language.Korean, "Site.NoSuchWord"));

    private static Dictionary<string, string> WordsIn(string area, string language)
    {
        var culture = language.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = new ResourceManager($"LocalDiplomacy.Pages.Wording.{area}", pages).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static bool HasLetters(string words) => words.Any(char.IsLetter);

    private static IEnumerable<string> Facts(string words) => Placeholders().Matches(words).Select(match => match.Groups["place"].Value).Distinct().Order();

    [GeneratedRegex(@"\{(?<place>\d+)(:[^}]*)?\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex(@"\b(the|and|with|was|were|your|has|have|been|this|that|which|until|please)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();
}
