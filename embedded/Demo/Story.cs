using System.Globalization;

namespace LocalDiplomacy.Demo;

/// <summary>Tells each step in plain words with the time since the beginning, and remembers what is being done.</summary>
internal sealed class Story(TextWriter output, TimeProvider time)
{
    private readonly long _begun = time.GetTimestamp();

    /// <summary>What is being done now, for the line that says what failed.</summary>
    public string Doing { get; private set; } = "beginning";

    public async Task<T> DoAsync<T>(string doing, Func<Task<T>> deed)
    {
        Doing = doing;
        return await deed();
    }

    public async Task DoAsync(string doing, Func<Task> deed)
    {
        Doing = doing;
        await deed();
    }

    public void Tell(string what) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(_begun).TotalSeconds,6:0.0} s  {what}"));
}
