using System.Net.Sockets;
using Azure;
using LocalDiplomacy.Workflows.Cases;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Tells storage that is away, now, from a fault of ours: the one is worth another try, the other is not.</summary>
internal static class StorageFaults
{
    public static bool MeansAway(Exception exception) => FaultTrace.Chain(exception).Any(IsAway);

    /// <summary>Types alone: a storage client's message names the account.</summary>
    public static string Describe(Exception exception) =>
        string.Join(" < ", FaultTrace.Chain(exception).Select(e => e.GetType().Name));

    // Status 0: no answer came at all. 408, 429 and 5xx: the service itself asks for another try.
    private static bool IsAway(Exception exception) => exception is
        HttpRequestException or SocketException or CaseIsBusyException or RequestFailedException { Status: 0 or 408 or 429 or >= 500 };
}
