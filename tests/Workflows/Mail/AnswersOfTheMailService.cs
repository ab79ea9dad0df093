using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Workflows.Tests.Mail;

public sealed class AnswersOfTheMailService
{
    [Theory]
    [InlineData(202, PostAnswer.Taken)]
    [InlineData(200, PostAnswer.Taken)]
    [InlineData(400, PostAnswer.Refused)]
    [InlineData(413, PostAnswer.Refused)]
    [InlineData(401, PostAnswer.NotNow)]
    [InlineData(403, PostAnswer.NotNow)]
    [InlineData(408, PostAnswer.NotNow)]
    [InlineData(429, PostAnswer.NotNow)]
    [InlineData(500, PostAnswer.NotNow)]
    [InlineData(503, PostAnswer.NotNow)]
    public void An_answer_speaks_of_the_mail_of_the_moment_or_of_our_key(int status, PostAnswer answer) => Assert.Equal(answer, Post.AnswerFor(status));
}
