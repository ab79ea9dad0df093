namespace SendGrid.Helpers.Mail.Model;

public class PlainTextContent : Content
{
    public PlainTextContent(string value)
        : base(MimeType.Text, value)
    {
    }
}
