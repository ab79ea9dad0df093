using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>One MOU with its text as the office has it now. What a PUT of the draft takes is in here under the same names.</summary>
/// <param name="IsTextReleased">The register shows the text to everybody.</param>
/// <param name="KeptUntil">The last day on which the record of an ended case is kept; null while it lives, and where it is kept for good.</param>
public sealed record MouAnswer(
    MouId Id,
    int Version,
    NamedAnswer Office,
    NamedAnswer Mission,
    MouKind Kind,
    LocalizedText Title,
    CounterpartyAnswer Counterparty,
    IReadOnlyList<CooperationField> Fields,
    IReadOnlyList<Language> Languages,
    Language? PrevailingLanguage,
    Term? Term,
    Money? Budget,
    SigningPlan? Signing,
    EmbassyRole MissionRole,
    IReadOnlyList<EmbassyPart> OtherMissions,
    IReadOnlyList<MouLink> Links,
    IReadOnlyList<VariationTaken> Variations,
    IReadOnlyList<Scan> Scans,
    TextHash TextHash,
    IReadOnlyList<ClauseAnswer> Clauses,
    StageAnswer Stage,
    IReadOnlyList<RoundAnswer> Rounds,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    DateOnly? KeptUntil,
    bool IsTextReleased)
{
    public static MouAnswer Of(Mou mou, MouText text, LocalGovernment office, Mission mission) => new(
        mou.Id, mou.Version, new(office.Id.Value, office.Name), new(mission.Id.Value, mission.Name),
        mou.Particulars.Kind, mou.Particulars.Title, CounterpartyAnswer.Of(mou.Particulars.Counterparty),
        mou.Particulars.Fields, mou.Particulars.Languages, mou.Particulars.PrevailingLanguage, mou.Particulars.Term,
        mou.Particulars.Budget, mou.Particulars.Signing,
        mou.Particulars.MissionRole, mou.Particulars.OtherMissions ?? [], mou.Links, mou.Variations, mou.Scans,
        mou.Text, [.. text.Clauses.Select(ClauseAnswer.Of)], StageAnswer.Of(mou), [.. mou.Rounds.Select(RoundAnswer.Of)],
        mou.CreatedAt, mou.ChangedAt, Retention.LastDayOf(mou), mou.IsTextReleased);
}

/// <summary>An office or a mission by its id and its names.</summary>
public sealed record NamedAnswer(string Id, LocalizedText Name);

public sealed record CounterpartyAnswer(LocalizedText Name, string Country, LocalizedText Place)
{
    public static CounterpartyAnswer Of(Counterparty counterparty) => new(counterparty.Name, counterparty.Country, counterparty.Place);
}

public sealed record ClauseAnswer(LocalizedText Heading, LocalizedText Body)
{
    public static ClauseAnswer Of(Clause clause) => new(clause.Heading, clause.Body);
}

/// <summary>One round of review.</summary>
/// <param name="Outcome">Null while the embassy has not answered.</param>
public sealed record RoundAnswer(int Number, TextHash TextHash, DateTimeOffset SubmittedAt, DecisionRecord? Outcome)
{
    public static RoundAnswer Of(Round round) =>
        new(round.Number, round.Text, round.SubmittedAt, round.Outcome is { } outcome ? DecisionRecord.Of(round, outcome) : null);
}

/// <summary>A text in its language versions, clause by clause.</summary>
public sealed record TextAnswer(TextHash Hash, IReadOnlyList<Language> Languages, LocalizedText Title, IReadOnlyList<ClauseAnswer> Clauses)
{
    public static TextAnswer Of(TextHash hash, MouText text) => new(hash, text.Languages, text.Title, [.. text.Clauses.Select(ClauseAnswer.Of)]);
}

/// <summary>The text of one round.</summary>
public sealed record RoundTextAnswer(int Round, DateTimeOffset SubmittedAt, TextAnswer Text);
