using System.Reflection;
using System.Runtime.CompilerServices;
using LocalDiplomacy.EmbeddedHost;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    /// <summary>Functions are those of the calling assembly. Faults in the command line or the settings end the process with one line.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(EmbeddedApplicationBuilder.Create(args, Assembly.GetCallingAssembly()));
}
