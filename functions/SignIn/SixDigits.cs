namespace LocalDiplomacy.Functions.SignIn;

/// <summary>A code as people type it: often copied with blanks around it or in its middle.</summary>
public static class SixDigits
{
    public static string In(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
}
