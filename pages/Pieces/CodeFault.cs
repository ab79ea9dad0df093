namespace LocalDiplomacy.Pages.Pieces;

/// <summary>Why the code page is shown again.</summary>
public enum CodeFault { Wrong, Expired, UsedUp, NotRequested, SentAgain, SentJustNow }
