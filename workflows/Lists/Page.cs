namespace LocalDiplomacy.Workflows.Lists;

/// <summary>A piece of a list.</summary>
/// <param name="Next">The cursor of the next piece; null: this was the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A cursor that no page of ours gave out.</summary>
public sealed class BadCursorException() : Exception("The cursor is none that this list gave out.");
