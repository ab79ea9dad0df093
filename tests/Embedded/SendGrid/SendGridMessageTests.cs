using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace LocalDiplomacy.Embedded.Tests.SendGrid;

public sealed class SendGridMessageTests
{
    [Fact]
    public void A_message_is_written_as_the_endpoint_takes_it()
    {
        var message = new SendGridMessage
        {
            HtmlContent = "<p>검토</p>",
            PlainTextContent = "검토",
            ReplyTo = new EmailAddress("desk@garok.example"),
        };
        message.SetFrom("mou@localdiplomacy.example", "LocalDiplomacy");
        message.SetGlobalSubject("양해각서");
        message.AddTo("embassy@gabon.example", "Embassy");
        message.AddHeader("X-Mou", "1");
        message.AddCustomArg("effect", "e-7");
        message.AddCategory("review");
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);

        Assert.Equal(
            """
            {"from":{"name":"LocalDiplomacy","email":"mou@localdiplomacy.example"},"subject":"양해각서",
            "personalizations":[{"to":[{"name":"Embassy","email":"embassy@gabon.example"}],"headers":{"X-Mou":"1"},"custom_args":{"effect":"e-7"}}],
            "content":[{"type":"text/plain","value":"검토"},{"type":"text/html","value":"<p>검토</p>"}],"categories":["review"],
            "tracking_settings":{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false}},
            "reply_to":{"email":"desk@garok.example"}}
            """.ReplaceLineEndings(""),
            message.Serialize());
    }

    [Fact]
    public void Contents_added_in_any_order_are_sent_text_first()
    {
        var message = new SendGridMessage();
        message.AddContent("text/html", "<p>");
        message.AddContent("text/plain", "p");

        using var json = JsonDocument.Parse(message.Serialize());

        Assert.Equal(
            ["text/plain", "text/html"],
            json.RootElement.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
    }

    [Fact]
    public void What_was_written_is_read()
    {
        var message = MailHelper.CreateSingleEmail(new("a@b.example", "A"), new("c@d.example"), "subject", "text", "<p>html");

        var read = SendGridMessage.Deserialize(message.Serialize())!;

        Assert.Equal(new EmailAddress("A@B.example", "a"), read.From);
        Assert.Equal("c@d.example", Assert.Single(Assert.Single(read.Personalizations!).Tos!).Email);
        Assert.Equal("<p>html", read.Contents![1].Value);
    }

    [Fact]
    public void Several_recipients_do_not_see_each_other()
    {
        var message = MailHelper.CreateSingleEmailToMultipleRecipients(
            new("a@b.example"), [new("c@d.example"), new("e@f.example")], "subject", "text", null);

        Assert.Equal(["c@d.example", "e@f.example"], message.Personalizations!.Select(envelope => Assert.Single(envelope.Tos!).Email));
    }
}
