namespace SendGrid.Helpers.Mail.Model;

public class HtmlContent : Content
{
    public HtmlContent(string value)
        : base(MimeType.Html, value)
    {
    }
}
