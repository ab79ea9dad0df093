using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.Faults;

/// <summary>What is wrong with a field: the same words on pages and in JSON.</summary>
public static class FieldFaultWords
{
    /// <summary>Without the field's name, which stands beside it: "Please fill this in."</summary>
    public static string Sentence(FieldProblem problem, Language language)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Words.Of(language, $"Fields.Fault.{problem.Fault}");
    }
}
