using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Problems;

/// <summary>Why a request is not answered as asked. Words come when it is written, in the reader's language.</summary>
public sealed record Problem(ProblemKind Kind)
{
    /// <param name="maxBytes">The limit that applied: it is named.</param>
    public static Problem TooLarge(long maxBytes) => new(ProblemKind.BodyTooLarge) { About = [maxBytes / (1024 * 1024)] };

    /// <summary>The rules' own reason, where they refused.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Fields that are wrong, each by its path in the body ("clauses[2].body.fr").</summary>
    public IReadOnlyList<WrongField> Fields { get; init; } = [];

    /// <summary>Stands in the words' {0}: a header's name, a line and a position, tries left.</summary>
    public IReadOnlyList<object> About { get; init; } = [];

    /// <summary>What is there now, as the API writes it: after 412, 409 and 410 the caller can go on from it.</summary>
    public object? Current { get; init; }

    /// <summary>Where a person can go on.</summary>
    public string? NextPath { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>From when the same request is possible, where only time stands against it.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The methods that the address does answer.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    public int Status => ProblemStatus.Of(Kind);

    /// <summary>Ends in kebab case: "idempotency-key-missing".</summary>
    public Uri Type => new("https://localdiplomacy.example/problems/" + KebabCase.Of(Kind.ToString()));

    /// <summary>What a program branches on.</summary>
    public string Code => Refusal?.ToString() ?? (Kind == ProblemKind.FieldsWrong && Fields is [var only] ? only.Code : Kind.ToString());
}

/// <summary>One wrong field.</summary>
/// <param name="Code">A <see cref="FieldFault"/>'s name, or UnknownField, WrongType.</param>
public sealed record WrongField(string Field, string Code)
{
    public WrongField(FieldProblem problem) : this(problem.Field, problem.Fault.ToString()) { }
}

/// <summary>Ends a request with a problem; the faults' middleware writes it, as JSON under /api and as a page elsewhere.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Kind.ToString())
{
    public ProblemException(ProblemKind kind) : this(new Problem(kind)) { }

    public Problem Problem { get; } = problem;
}
