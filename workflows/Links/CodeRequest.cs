namespace LocalDiplomacy.Workflows.Links;

/// <summary>What came of asking for a code.</summary>
public abstract record CodeRequest(string MaskedAddress)
{
    public sealed record Sent(string MaskedAddress) : CodeRequest(MaskedAddress);

    /// <summary>One was sent a moment ago, or too many in the last hour: none goes out now.</summary>
    public sealed record SentJustNow(string MaskedAddress) : CodeRequest(MaskedAddress)
    {
        /// <summary>When the next one can be asked for.</summary>
        public DateTimeOffset NextAt { get; init; }
    }
}

/// <summary>What came of a code that somebody typed.</summary>
public abstract record CodeCheck
{
    private CodeCheck() { }

    /// <param name="DeviceToken">For a cookie: this device is not asked again for twelve hours.</param>
    public sealed record Right(string DeviceToken) : CodeCheck;

    public sealed record Wrong(int TriesLeft) : CodeCheck;

    public sealed record Expired : CodeCheck;

    /// <summary>Five wrong tries: a new code is needed.</summary>
    public sealed record UsedUp : CodeCheck;

    public sealed record NotRequested : CodeCheck;
}
