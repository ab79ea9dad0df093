using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Choices;

namespace LocalDiplomacy.Functions.Api.Answers;

public sealed record ChoicesAnswer(IReadOnlyList<ChoiceAnswer> Items);

/// <param name="Id">What a draft's form sends for it; of a counterparty only a name for this list.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Counterparty">As the register has it.</param>
public sealed record ChoiceAnswer(string Id, string Name, string Detail, ChosenCounterpartyAnswer? Counterparty)
{
    internal static ChoiceAnswer Of(Choice choice, Language language) => new(
        choice.Id, choice.Name.In(language), choice.Detail.In(language),
        choice.Counterparty is { } party ? new(Plain(party.Name), party.Country, Plain(party.Place)) : null);

    private static Dictionary<string, string> Plain(LocalizedText text) => text.ByLanguage.ToDictionary(version => version.Key.Code, version => version.Value);
}

public sealed record ChosenCounterpartyAnswer(IReadOnlyDictionary<string, string> Name, string Country, IReadOnlyDictionary<string, string> Place);
