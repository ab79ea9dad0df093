using LocalDiplomacy.DurableTaskEngine.Recording;

namespace LocalDiplomacy.Histories.Tests;

public sealed class HistoriesAsFiles
{
    private static readonly string Good = File.ReadAllText(Path.Combine(Recordings.Folder, "1.0", "MailDelivery.sent-after-tries.json"));

    [Fact]
    public void Reading_and_writing_gives_the_same_text() => Assert.Equal(Good, HistoryJson.Write(HistoryJson.Read(Good)));

    [Theory]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 2", "this program reads 1")]
    [InlineData("\"format\": \"durable-task-history\"", "\"format\": \"something\"", "\"format\"")]
    [InlineData("\"number\": 3", "\"number\": 7", "\"events[3].number\"")]
    [InlineData("\"kind\": \"TimerFired\"", "\"kind\": \"TimerFried\"", "'TimerFried'")]
    [InlineData("\"instanceId\"", "\"instance\"", "instance")]
    [InlineData("\"time\": \"2031-03-01T09:00:00Z\"", "\"time\": \"2031-03-01T09:00:00\"", "\"events[0].time\"")]
    [InlineData("{", "", "no JSON")]
    public void What_is_wrong_is_named(string good, string wrong, string named)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(good, StringComparison.Ordinal);

        var refusal = Assert.Throws<HistoryFormatException>(() => HistoryJson.Read(Good[..at] + wrong + Good[(at + good.Length)..]));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
