using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>Signs people in by a mail with a link and a code.</summary>
public sealed class SignInDesk
{
    /// <returns>The attempt's token, for a cookie. An unknown address gets one too, and no mail.</returns>
    public Task<string> RequestAsync(EmailAddress address, Language page, DurableTaskClient engine, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <param name="attemptToken">From the cookie; null or another's: the code is asked for.</param>
    public Task<SignInResult> RedeemLinkAsync(string token, string? attemptToken, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <param name="attemptToken">From the cookie; the token of the mail's link does too, for whoever opened it elsewhere.</param>
    public Task<SignInResult> RedeemCodeAsync(string attemptToken, string code, CancellationToken cancel = default) => throw new NotImplementedException();
}
