namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// An exception for the log: types and places, without messages, because a message may quote an address or a name.
/// </summary>
internal static class FaultTrace
{
    public static string Of(Exception exception) =>
        string.Join(Environment.NewLine, Chain(exception).Select(e => $"{e.GetType().FullName}{Environment.NewLine}{e.StackTrace}"));

    public static IEnumerable<Exception> Chain(Exception exception) =>
        exception switch
        {
            AggregateException several => several.InnerExceptions.SelectMany(Chain).Prepend(exception),
            { InnerException: { } inner } => Chain(inner).Prepend(exception),
            _ => [exception],
        };
}
