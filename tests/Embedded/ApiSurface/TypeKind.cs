using System.Reflection;

namespace LocalDiplomacy.Embedded.Tests.ApiSurface;

internal static class TypeKind
{
    public static string Of(Type type)
    {
        if (type.IsInterface)
            return "interface";
        if (type.IsEnum)
            return "enum";
        if (type.IsValueType)
            return "struct";
        if (type.IsSubclassOf(typeof(MulticastDelegate)))
            return "delegate";
        if (type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance) is not null)
            return "record";
        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            _ => "class",
        };
    }
}
