using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Signing;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>Writes down what a letter holds, one fact a line.</summary>
internal sealed class PlainMailWriter : IMailWriter
{
    public Task<MailContent> WriteAsync(MailLetter letter, CancellationToken cancel = default) => Task.FromResult(letter switch
    {
        MailLetter.SignIn signIn => Content("SignIn", $"link={signIn.Link}\ncode={signIn.Code}"),
        MailLetter.DecisionCode code => Content("DecisionCode", $"code={code.Code}"),
        MailLetter.AboutCase about => Content(about.Kind.ToString(), $"link={about.Link}\nlanguage={about.Language}\nstage={about.Mou.Stage.Name}") with
        {
            Calendar = about.Invitation is { } invitation ? InvitationFile.Of(invitation with { Title = "Signing", Words = "Come." }) : null,
        },
        MailLetter.AboutContact about => Content(about.What.ToString(), $"link={about.Link}\nlanguage={about.Language}\nformer={about.Former?.Value}\nnew={about.Proposal.Address.Value}"),
        MailLetter.AboutPerson about => Content("PersonProposed", $"link={about.Link}\nlanguage={about.Language}\nname={about.Proposal.After.Name}"),
        MailLetter.AboutAlert about => Content($"{about.Notice.Kind} {(about.IsClosed ? "closed" : "opened")}", $"link={about.Link}\nlanguage={about.Language}\ncount={about.Notice.Count}\nfirst={about.Notice.Subjects[0].Subject}"),
        MailLetter.AboutMessage about => Content(about.Message.Kind.ToString(), $"link={about.Link}\nwords={about.Message.Words}"),
        _ => throw new InvalidOperationException(letter.ToString()),
    });

    private static MailContent Content(string subject, string text) => new(subject, $"<p>{text}</p>", text);
}
