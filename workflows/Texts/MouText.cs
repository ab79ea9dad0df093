using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>One text in two or three language versions, clause by clause.</summary>
public sealed record MouText(IReadOnlyList<Language> Languages, LocalizedText Title, IReadOnlyList<Clause> Clauses);

/// <summary>A numbered clause; its number is its place. Bodies are Markdown.</summary>
public sealed record Clause(LocalizedText Heading, LocalizedText Body);
