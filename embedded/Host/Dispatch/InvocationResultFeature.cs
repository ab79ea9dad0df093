using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

internal sealed class InvocationResultFeature : IInvocationResultFeature
{
    public object? Value { get; set; }
}
