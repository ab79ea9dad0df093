using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

internal sealed class HostFunctionDefinition(FunctionEntry function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. function.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override string PathToAssembly => function.Class.Assembly.Location;

    public override string EntryPoint => $"{function.Class.FullName}.{function.Method.Name}";

    // Azure numbers its functions; here the name is the id, as it is unique and says more in a log.
    public override string Id => function.Name;

    public override string Name => function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = function.Method.GetParameters()
        .Where(parameter => parameter.GetCustomAttribute<BindingAttribute>() is not null)
        .ToImmutableDictionary(parameter => parameter.Name!, parameter => (BindingMetadata)new Input(parameter, function));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
        ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class Input(ParameterInfo parameter, FunctionEntry function) : BindingMetadata
    {
        public override string Name => parameter.Name!;

        public override string Type => parameter == function.TriggerParameter ? function.TriggerType : "durableClient";

        public override BindingDirection Direction => BindingDirection.In;
    }
}
