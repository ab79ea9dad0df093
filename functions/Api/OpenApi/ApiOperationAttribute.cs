using LocalDiplomacy.Functions.Problems;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>Describes an API function beside its code: the document at /api/openapi.json is made of nothing else.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiOperationAttribute(string summary) : Attribute
{
    /// <summary>One sentence, of what it does.</summary>
    public string Summary { get; } = summary;

    /// <summary>The body's type; null where none is read.</summary>
    public Type? Request { get; init; }

    /// <summary>Fields of the body that must be there.</summary>
    public string[] Requires { get; init; } = [];

    /// <summary>The answer's type; null where there is no content.</summary>
    public Type? Answer { get; init; }

    /// <summary>What is answered where it is a file and no JSON: "application/pdf"; several with commas between.</summary>
    public string? File { get; init; }

    /// <summary>The body's form where it is not JSON; several with commas between.</summary>
    public string? RequestContentType { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Another status that comes with the same content.</summary>
    public int AlsoStatus { get; init; }

    /// <summary>What else can come, beside what every operation of its kind can answer.</summary>
    public ProblemKind[] Problems { get; init; } = [];

    /// <summary>Answers an ETag and takes If-None-Match, or If-Match where it changes something.</summary>
    public bool IsTagged { get; init; }

    /// <summary>Takes ?limit and ?cursor.</summary>
    public bool IsPaged { get; init; }

    /// <summary>Takes what the register is searched by, and ?page and ?limit where its answer is a list.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Takes what MOUs are looked for by.</summary>
    public bool IsCaseSearch { get; init; }

    /// <summary>Takes words that people are looked for by.</summary>
    public bool IsPeopleSearch { get; init; }

    /// <summary>Takes a day in Seoul; today without one.</summary>
    public bool IsOfDay { get; init; }

    /// <summary>Further parameters of the address that may be "true" or "false".</summary>
    public string[] Query { get; init; } = [];
}
