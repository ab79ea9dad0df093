using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LocalDiplomacy.Embedded.Tests.ApiSurface;

/// <summary>What an assembly offers to its callers, one member a line, in the form of the lists beside this.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetTypes().Where(IsOffered).SelectMany(Of);

    private static IEnumerable<string> Of(Type type)
    {
        var name = MemberNames.Of(type);
        return
        [
            $"T:{name} : {TypeKind.Of(type)}",
            .. Delegates(type, type.GetConstructors(Declared)).Where(IsOffered).Select(c => $"M:{name}.#ctor{MemberNames.Of(c.GetParameters())} : void"),
            .. type.GetMethods(Declared).Where(IsOwnMethod).Select(method => Method(name, method)),
            .. type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsOffered)).Select(p => Property(name, p)),
            .. type.GetEvents(Declared).Where(e => IsOffered(e.AddMethod!)).Select(e => $"E:{name}.{e.Name} : {MemberNames.Of(e.EventHandlerType!)}"),
            .. type.GetFields(Declared).Where(IsOwnField).Select(field => Field(name, field)),
        ];
    }

    // Static constructors are no one's to call.
    private static IEnumerable<ConstructorInfo> Delegates(Type type, ConstructorInfo[] constructors) =>
        constructors.Where(constructor => !constructor.IsStatic && !type.IsInterface);

    private static bool IsOwnMethod(MethodInfo method) =>
        IsOffered(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.Name.StartsWith('<');

    private static bool IsOwnField(FieldInfo field) =>
        (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName;

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOffered(Type type) =>
        type.IsNested
            ? IsOffered(type.DeclaringType!) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem)
            : type.IsPublic;

    private static string Method(string type, MethodInfo method)
    {
        var arity = method.IsGenericMethodDefinition ? "``" + method.GetGenericArguments().Length.ToString(CultureInfo.InvariantCulture) : "";
        var returns = method.ReturnType == typeof(void) ? "void" : MemberNames.Of(method.ReturnType);
        return $"M:{type}.{method.Name}{arity}{MemberNames.Of(method.GetParameters())} : {returns}{Modifier(method)}";
    }

    private static string Modifier(MethodInfo method)
    {
        if (method.IsStatic)
            return " static";
        if (method.DeclaringType!.IsInterface)
            return "";
        if (method.IsAbstract)
            return " abstract";
        return method is { IsVirtual: true, IsFinal: false } ? " virtual" : "";
    }

    private static string Property(string type, PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsOffered(getter) ? "get;" : "";
        var set = property.SetMethod is { } setter && IsOffered(setter) ? IsInit(setter) ? "init;" : "set;" : "";
        var index = MemberNames.Of(property.GetIndexParameters());
        return $"P:{type}.{property.Name}{index} : {MemberNames.Of(property.PropertyType)} {{{get}{set}}}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Field(string type, FieldInfo field)
    {
        var value = field.IsLiteral ? " = " + Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture) : "";
        return $"F:{type}.{field.Name} : {MemberNames.Of(field.FieldType)}{value}";
    }
}
