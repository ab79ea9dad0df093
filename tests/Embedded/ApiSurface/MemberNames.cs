using System.Globalization;
using System.Reflection;

namespace LocalDiplomacy.Embedded.Tests.ApiSurface;

/// <summary>Types and parameters as XML documentation ids write them.</summary>
internal static class MemberNames
{
    public static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!) + "@";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition.ToString(CultureInfo.InvariantCulture);
        return type.IsConstructedGenericType ? Constructed(type) : type.FullName!.Replace('+', '.');
    }

    /// <summary>Empty without parameters; a default value is marked by '?'.</summary>
    public static string Of(ParameterInfo[] parameters) => parameters.Length == 0
        ? ""
        : $"({string.Join(',', parameters.Select(p => Of(p.ParameterType) + (p.IsOptional ? "?" : "")))})";

    /// <summary>A nested type takes as many arguments as each of its outer types declares.</summary>
    private static string Constructed(Type type)
    {
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var parts = type.GetGenericTypeDefinition().FullName!.Split('+').Select(part =>
        {
            var split = part.Split('`');
            if (split.Length == 1)
                return part;
            var own = Enumerable.Range(0, int.Parse(split[1], CultureInfo.InvariantCulture)).Select(_ => Of(arguments.Dequeue()));
            return $"{split[0]}{{{string.Join(',', own)}}}";
        });
        return string.Join('.', parts);
    }
}
