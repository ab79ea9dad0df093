using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Problems;

/// <summary>A problem as RFC 9457 has it, with what a program needs to go on.</summary>
/// <param name="Title">What went wrong, in the reader's language.</param>
/// <param name="Detail">What can be done now.</param>
/// <param name="Code">What a program branches on.</param>
/// <param name="Errors">Sentences by field.</param>
/// <param name="Current">What is there now, where that helps to go on.</param>
/// <param name="NextAt">From when the same request is possible, where only time stands against it: after RemindedToday.</param>
public sealed record ProblemAnswer(
    string Type, string Title, int Status, string Detail, string Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors, object? Current, DateTimeOffset? NextAt = null)
{
    public static ProblemAnswer Of(Problem problem, Language language) => new(
        problem.Type.ToString(), ProblemWords.Title(problem, language), problem.Status, ProblemWords.Detail(problem, language), problem.Code,
        problem.Fields.Count == 0 ? null : problem.Fields.GroupBy(f => f.Field).ToDictionary(
            f => f.Key, f => (IReadOnlyList<string>)[.. f.Select(wrong => ProblemWords.Sentence(wrong, language))]),
        problem.Current, problem.NextAt);
}
