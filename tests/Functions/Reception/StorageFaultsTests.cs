using System.Net.Sockets;
using Azure;
using LocalDiplomacy.Functions.Reception;

namespace LocalDiplomacy.Functions.Tests.Reception;

public sealed class StorageFaultsTests
{
    public static TheoryData<Exception, bool> Faults => new()
    {
        { new RequestFailedException(0, "no answer"), true },
        { new RequestFailedException(503, "busy"), true },
        { new RequestFailedException(500, "failed"), true },
        { new RequestFailedException(409, "conflict"), false },
        { new AggregateException("Retry failed after 4 tries.", new RequestFailedException(0, "x"), new HttpRequestException("x")), true },
        { new InvalidOperationException("x", new HttpRequestException("x", new SocketException(111))), true },
        { new InvalidOperationException("x"), false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Only_storage_that_is_away_is_worth_another_try(Exception fault, bool isAway) => Assert.Equal(isAway, StorageFaults.MeansAway(fault));

    [Fact]
    public void The_log_gets_types_and_no_messages()
    {
        var fault = new InvalidOperationException("kim@office.example", new ArgumentException("ldk_secret"));

        Assert.DoesNotContain("kim@", FaultTrace.Of(fault), StringComparison.Ordinal);
        Assert.DoesNotContain("ldk_", FaultTrace.Of(fault), StringComparison.Ordinal);
        Assert.Contains("ArgumentException", FaultTrace.Of(fault), StringComparison.Ordinal);
    }
}
