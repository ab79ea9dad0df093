using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>What a mail says in one language. HTML and text part are both written from it, so neither can say less.</summary>
/// <param name="Lead">The first line: what to do until when.</param>
/// <param name="Button">The words on the one button; null where there is nothing to open.</param>
/// <param name="Quote">What somebody wrote, in their own words.</param>
/// <param name="Small">Why the reader gets this, and whom to ask.</param>
public sealed record MailSheet(
    Language Language,
    string Subject,
    string Lead,
    string? Code,
    string? Button,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<MailFact> Facts,
    MailFact? Quote,
    IReadOnlyList<string> Small);

/// <summary>A fact with its name: "Deadline: Friday 11 December 2026".</summary>
public sealed record MailFact(string Name, string Value);
