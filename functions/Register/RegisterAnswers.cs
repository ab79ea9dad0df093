using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Functions.Register;

/// <summary>A page of the ties that were found, newest signature first.</summary>
/// <param name="Total">Of all pages.</param>
/// <param name="Next">The address of the next page; null on the last one.</param>
/// <param name="Figures">Counted over all that was found.</param>
public sealed record RegisterListAnswer(IReadOnlyList<RegisterEntryAnswer> Items, int Total, int Page, int Pages, string? Next, RegisterFiguresAnswer Figures);

/// <summary>How many ties there are of each; most first, years in their order.</summary>
/// <param name="Regions">"" for countries that no region holds.</param>
public sealed record RegisterFiguresAnswer(
    IReadOnlyList<RegisterFigureAnswer> Regions, IReadOnlyList<RegisterFigureAnswer> Kinds, IReadOnlyList<RegisterFigureAnswer> Countries, IReadOnlyList<RegisterFigureAnswer> Years)
{
    public static RegisterFiguresAnswer Of(RegisterCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new(
            [.. counts.Regions.Select(one => new RegisterFigureAnswer(one.Region, one.Count))], [.. counts.Kinds.Select(one => new RegisterFigureAnswer(one.Kind.ToString(), one.Count))],
            [.. counts.Countries.Select(one => new RegisterFigureAnswer(one.Country, one.Count))],
            [.. counts.Years.Select(one => new RegisterFigureAnswer(one.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), one.Count))]);
    }
}

public sealed record RegisterFigureAnswer(string Name, int Count);

/// <summary>A tie as it stands, and everything that was entered of it, oldest first.</summary>
public sealed record RegisterTieAnswer(RegisterEntryAnswer Current, IReadOnlyList<RegisterStepAnswer> Entries)
{
    public static RegisterTieAnswer Of(RegisterEntry current, RegisterView view) =>
        new(RegisterEntryAnswer.Of(current, view), [.. view.State.Of(current.Number).Select(RegisterStepAnswer.Of)]);
}

/// <summary>That an entry was made.</summary>
/// <param name="Follows">The entry that it takes the place of; null for the first.</param>
public sealed record RegisterStepAnswer(int Entry, int? Follows, RegisterCause Cause, DateTimeOffset On, DateTimeOffset EnteredAt, string Address)
{
    public static RegisterStepAnswer Of(RegisterEntry entry) => new(
        entry.Place, entry.Follows, entry.Cause, entry.On, entry.EnteredAt, RegisterAddress.Of(entry.Number, entry.Place));
}

/// <summary>One entry.</summary>
/// <param name="Address">Of its page, for good.</param>
/// <param name="Place">By its name when it was entered.</param>
/// <param name="Successors">Who took the place of it since.</param>
/// <param name="Until">The last day; null: without an end.</param>
/// <param name="Council">The council's decision, or why it was not asked; null: not known.</param>
/// <param name="CentralReview">"Lapsed": no answer in time; null: none was held, or it is not known.</param>
/// <param name="SignedBy">Offices, Korea's first.</param>
/// <param name="TextSha256">Of the canonical form of the text that was signed.</param>
/// <param name="TextAddress">Of the page with the text; null where its office has not released it, or does no more.</param>
/// <param name="ChainHead">The hash of the case's last event when this came about: the case's evidence has the same.</param>
/// <param name="Reference">The association's own number.</param>
public sealed record RegisterEntryAnswer(
    RegisterNumber Number, RegisterStepAnswer Entry, string Address, RegisterStatus Status, MouKind Kind, LocalizedText Title, RegisterPlaceAnswer Place,
    IReadOnlyList<RegisterPlaceAnswer> Successors, LocalizedText Counterparty, LocalizedText CounterpartyPlace, string Country, LocalizedText CountryName, string? Region,
    IReadOnlyList<CooperationField> Fields, DateOnly SignedOn, DateOnly? InEffectFrom, DateOnly? Until, IReadOnlyList<RegisterEmbassyAnswer> Embassies, string? Council,
    bool CouncilDecided, CentralAnswer? CentralReview, IReadOnlyList<Language> Languages, IReadOnlyList<string> SignedBy, IReadOnlyList<RegisterLinkAnswer> Linked,
    TextHash? TextSha256, string? TextAddress, string? ChainHead, string? Reference)
{
    public static RegisterEntryAnswer Of(RegisterEntry entry, RegisterView view)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(view);
        var tie = entry.Tie;
        return new(
            entry.Number, RegisterStepAnswer.Of(entry), RegisterAddress.Of(entry.Number), tie.Status, tie.Kind, tie.Title, new(tie.Office, tie.OfficeName),
            [.. view.SuccessorsOf(tie.Office).Select(successor => new RegisterPlaceAnswer(successor.Id, successor.Name))], tie.Counterparty.Name, tie.Counterparty.Place,
            tie.Counterparty.Country, view.CountryOf(tie.Counterparty.Country), tie.Region, tie.Fields, tie.SignedOn, tie.From, tie.To,
            [.. tie.Embassies.Select(embassy => new RegisterEmbassyAnswer(embassy.Mission, embassy.Name, embassy.Role))], tie.Decisions.Council, tie.Decisions.CouncilDecided,
            tie.Decisions.Central, tie.Languages, tie.SignedBy, [.. view.LinksOf(entry).Select(link => new RegisterLinkAnswer(link.Kind, link.Number))], tie.Text,
            view.State.Of(entry.Number)[^1].Tie.IsTextReleased ? RegisterAddress.OfText(entry.Number) : null, tie.ChainHead, tie.Reference);
    }
}

public sealed record RegisterPlaceAnswer(LocalGovernmentId Id, LocalizedText Name);

public sealed record RegisterEmbassyAnswer(MissionId Mission, LocalizedText Name, EmbassyRole Role);

/// <summary>Another tie that it has to do with, and what that one is to it.</summary>
public sealed record RegisterLinkAnswer(MouLinkKind Kind, RegisterNumber Number);

/// <summary>What a file of ties is to the register.</summary>
/// <param name="IsWritten">False: it was only looked at, or there was nothing to write.</param>
public sealed record RegisterImportAnswer(int Added, int Corrected, int Unchanged, bool IsWritten, IReadOnlyList<RegisterImportLineAnswer> Lines)
{
    public static RegisterImportAnswer Of(RegisterImportResult.Read read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(
            read.Of(LineOutcome.New), read.Of(LineOutcome.Correction), read.Of(LineOutcome.Unchanged), read.IsWritten,
            [.. read.Lines.Select(line => new RegisterImportLineAnswer(line.Line, line.Outcome.ToString(), line.Number))]);
    }
}

/// <summary>Files of ties that were taken in, newest first.</summary>
public sealed record PastImportsAnswer(IReadOnlyList<PastImportAnswer> Items)
{
    public static PastImportsAnswer Of(IReadOnlyList<RegisteredImport> imports) => new([.. imports.Reverse().Select(PastImportAnswer.Of)]);
}

/// <param name="First">The number of its first new tie; null where it only corrected some.</param>
/// <param name="Lines">All lines of the file; null where it was not noted yet, as its hash.</param>
public sealed record PastImportAnswer(int Record, DateTimeOffset At, string By, string? Reason, int Added, int Corrected, RegisterNumber? First, int? Lines, string? FileSha256)
{
    public static PastImportAnswer Of(RegisteredImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return new(import.Sequence, import.At, import.By.Name, import.Reason, import.Added, import.Corrected, import.First, import.File?.Lines, import.File?.Sha256);
    }
}

/// <param name="Line">As an editor counts; 1 is the line of the columns' names.</param>
/// <param name="Outcome">"New", "Correction" or "Unchanged".</param>
public sealed record RegisterImportLineAnswer(int Line, string Outcome, RegisterNumber Number);
