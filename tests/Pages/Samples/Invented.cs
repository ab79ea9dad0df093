using System.Collections;
using System.Reflection;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>
/// Events with something in every field, made from their own constructors: a text is its field's name in ‹ ›, so that it is seen
/// where a sentence says it. Each choice that an event offers is made once.
/// </summary>
public static class Invented
{
    public static IEnumerable<Type> EventTypes => typeof(MouEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(MouEvent)));

    /// <summary>An event of this kind for each value of each of its choices, with and without what can be missing.</summary>
    public static IEnumerable<MouEvent> Of(Type kind)
    {
        var parameters = Constructor(kind).GetParameters();
        var full = parameters.Select(parameter => Value(parameter.ParameterType, parameter.Name!)).ToArray();
        yield return Make(kind, full);
        foreach (var (place, parameter) in parameters.Index())
        {
            foreach (var other in Others(parameter.ParameterType)) yield return Make(kind, Replaced(full, place, other));
            if (MayBeNull(parameter)) yield return Make(kind, Replaced(full, place, null));
        }
    }

    private static MouEvent Make(Type kind, object?[] values) => (MouEvent)Constructor(kind).Invoke(values);

    private static object?[] Replaced(object?[] values, int place, object? value)
    {
        var replaced = (object?[])values.Clone();
        replaced[place] = value;
        return replaced;
    }

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;

    private static bool MayBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);

    /// <summary>The other values of a choice.</summary>
    private static IEnumerable<object> Others(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choice ? Enum.GetValues(choice).Cast<object>().Skip(1)
        : type == typeof(CouncilDecision) ? Enum.GetValues<CouncilResult>().Skip(1).Select(result => ((CouncilDecision)Value(type, "decision")!) with { Result = result })
        : [];

    private static object? Value(Type type, string name) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Value(inner, name)
        : type == typeof(string) ? $"‹{name.ToLowerInvariant()}›"
        : type.Name.EndsWith("Hash", StringComparison.Ordinal) ? Constructor(type).Invoke([SampleTexts.HashOf(SampleTexts.First).Value])
        : type == typeof(int) ? 3
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? new DateOnly(2026, 12, 12)
        : type == typeof(DateTimeOffset) ? SampleCase.Start
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type == typeof(LocalGovernmentId) ? SampleCase.Office.Id
        : type == typeof(MissionId) ? SampleCase.Mission.Id
        : type == typeof(EmailAddress) ? new EmailAddress("officer@gabon.example")
        : type == typeof(Language) ? Language.French
        : type == typeof(Particulars) ? SampleCase.Particulars
        : type == typeof(Deadline) ? Deadline.EndOf(new(2026, 12, 10))
        : type == typeof(LocalizedText) ? LocalizedText.Of((Language.English, $"‹{name}›"))
        : typeof(IEnumerable).IsAssignableFrom(type) ? Listed(type, name)
        : type.IsAbstract ? Value(type.GetNestedTypes().First(one => one.IsSubclassOf(type)), name)
        : type.IsValueType && Constructor(type) is null ? Activator.CreateInstance(type)
        : Constructor(type).Invoke([.. Constructor(type).GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!))]);

    private static Array Listed(Type type, string name)
    {
        var listed = Array.CreateInstance(type.GetGenericArguments()[0], 1);
        listed.SetValue(Value(type.GetGenericArguments()[0], name), 0);
        return listed;
    }
}
