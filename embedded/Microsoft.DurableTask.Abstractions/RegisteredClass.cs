using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask;

/// <summary>A class as a task: what it is called, and how one is made.</summary>
internal static class RegisteredClass
{
    internal static TaskName NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var given = type.GetCustomAttribute<DurableTaskAttribute>()?.Name.Name;
        return new TaskName(string.IsNullOrEmpty(given) ? type.Name : given);
    }

    internal static TaskVersion VersionOf(Type type) => new(type.GetCustomAttribute<DurableTaskAttribute>()?.Version);

    internal static Func<IServiceProvider, T> FactoryOf<T>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAbstract || !typeof(T).IsAssignableFrom(type))
            throw new ArgumentException($"{type} is no class that implements {typeof(T).Name}.", nameof(type));

        return services => (T)ActivatorUtilities.GetServiceOrCreateInstance(services, type);
    }
}
