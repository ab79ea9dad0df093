using System.Text.RegularExpressions;

namespace LocalDiplomacy.Infrastructure.Tests.Bicep;

/// <summary>One declaration of a Bicep file, with the decorators above it.</summary>
internal sealed partial record BicepStatement(string Kind, string Name, string Text, IReadOnlyList<string> Decorators, int Line)
{
    /// <summary>What stands behind the first equals sign; empty for a parameter without a default.</summary>
    public string Value => BicepText.NextOutside(Text, 0, '=') is var at && at < Text.Length ? Text[(at + 1)..].Trim() : "";

    public string? Description => Decorators.Select(d => DescriptionForm().Match(d)).FirstOrDefault(m => m.Success)?.Groups[1].Value;

    /// <summary>The type of a resource without its version, or the file of a module.</summary>
    public string Target => TargetForm().Match(Text).Groups[1].Value;

    public bool Existing => ExistingForm().IsMatch(Text);

    /// <summary>The properties of a resource or module, also where it stands under a condition or in a loop.</summary>
    public BicepObject Body
    {
        get
        {
            var value = Value;
            if (value.StartsWith("[for", StringComparison.Ordinal))
                value = value[(BicepText.NextOutside(value[1..^1], 0, ':') + 2)..^1].Trim();
            if (value.StartsWith("if", StringComparison.Ordinal))
                value = value[BicepText.AfterBracket(value, value.IndexOf('(', StringComparison.Ordinal))..].Trim();
            return BicepObject.Parse(value);
        }
    }

    public override string ToString() => $"{Kind} {Name} (line {Line})";

    [GeneratedRegex(@"^@description\('((?:[^'\\]|\\.)+)'\)$")]
    private static partial Regex DescriptionForm();

    [GeneratedRegex(@"^\w+\s+\w+\s+'([^'@]+)")]
    private static partial Regex TargetForm();

    [GeneratedRegex(@"^resource\s+\w+\s+'[^']+'\s+existing\b")]
    private static partial Regex ExistingForm();
}
