using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>The fields of an embassy's answer, or of a step on the way to it, as a form carries them.</summary>
/// <param name="Choice">One of the constants below.</param>
/// <param name="Text">The hash of the text that was on the page.</param>
/// <param name="Unreadable">What the embassy cannot read.</param>
public sealed record DecisionFields(
    string? Choice, string? Name, string? Reason, bool ReasonNotPublic, string? Text,
    string? ColleagueName = null, string? ColleagueAddress = null, string? Unreadable = null)
{
    public const string Accept = "accept";
    public const string RequestChanges = "request-changes";
    public const string Decline = "decline";
    public const string Acknowledge = "acknowledge";
    public const string ReferToCapital = "refer-to-capital";
    public const string ExtendCapital = "extend-capital";
    public const string ReturnFromCapital = "return-from-capital";
    public const string HandOver = "hand-over";
    public const string AskForResend = "ask-for-resend";

    /// <summary>What ends the embassy's part in a round.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Accept, RequestChanges, Decline];

    /// <summary>What an embassy can do on the way to its answer.</summary>
    public static IReadOnlyList<string> Steps { get; } = [Acknowledge, ReferToCapital, ExtendCapital, ReturnFromCapital, HandOver, AskForResend];

    public static DecisionFields Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(
            form["choice"], form["name"], form["reason"], form["reasonNotPublic"].Count > 0, form["text"],
            form["colleagueName"], form["colleagueAddress"], form["unreadable"]);
    }
}
