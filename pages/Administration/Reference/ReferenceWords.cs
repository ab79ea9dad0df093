using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Administration.Reference;

/// <summary>Sentences about reference data.</summary>
internal static class ReferenceWords
{
    public static string Validity(DateOnly? from, DateOnly? to, Language language)
    {
        string[] parts =
        [
            .. from is { } first ? [Words.Of(language, "Reference.From", Dates.Long(first, language))] : Array.Empty<string>(),
            .. to is { } last ? [Words.Of(language, "Reference.Until", Dates.Long(last, language))] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? Words.Of(language, "Reference.Always") : string.Join(" ", parts);
    }

    public static string Sentence(TableChange change, Language language)
    {
        string Say(params object[] about) => Words.Of(language, $"Reference.Did.{change.What.GetType().Name}", about);
        return change.What switch
        {
            ReferenceChange.Loaded loaded => Say(loaded.Edition),
            ReferenceChange.Imported imported => Say(change.By.Name, imported.AddedRows, imported.ChangedRows),
            ReferenceChange.ContactProposed proposed => Say(change.By.Name, proposed.Proposal.Address.Value),
            ReferenceChange.ContactWithdrawn withdrawn => Say(change.By.Name, withdrawn.Proposal.Address.Value),
            ReferenceChange.ContactConfirmed confirmed => Say(change.By.Name, confirmed.Proposal.Address.Value, confirmed.Proposal.By.Name),
            _ => Say(change.By.Name),
        };
    }
}
