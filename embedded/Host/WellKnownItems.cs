namespace LocalDiplomacy.EmbeddedHost;

/// <summary>Keys under which the host leaves things in an invocation's items.</summary>
public static class WellKnownItems
{
    public const string HttpContext = "HttpRequestContext";
}
